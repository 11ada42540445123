package org.refugio.scheduling.offices;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds offices by id. */
public final class Offices {

    private final Map<String, Office> known;

    Offices(OfficeDirectory directory) {
        this.known = directory.offices().stream()
                .map(each -> new Office(each.id(), each.zone(), each.place(), each.hours()))
                .collect(Collectors.toUnmodifiableMap(Office::id, Function.identity()));
    }

    /** The office; one that is not in the directory has the usual hours. */
    public Office find(String id) {
        return known.getOrDefault(id, Office.unlisted(id));
    }
}

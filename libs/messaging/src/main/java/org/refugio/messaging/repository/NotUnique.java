package org.refugio.messaging.repository;

import java.util.Map;
import org.refugio.messaging.command.Refusal;

/**
 * Another aggregate already has a value that must be unique.
 *
 * @param index the name of the unique index
 */
record NotUnique(String index) implements Refusal {

    @Override
    public String rule() {
        return "not-unique";
    }

    @Override
    public String explanation() {
        return "A value of this must be unique and is already in use. Look for the existing entry.";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("index", index);
    }
}

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
    public Map<String, Object> details() {
        return Map.of("index", index);
    }
}

package org.refugio.messaging.repository;

import java.util.Map;
import org.refugio.messaging.command.Refusal;

/**
 * Another aggregate holds what must be unique.
 *
 * @param index the unique index that says so
 */
record NotUnique(String index) implements Refusal {

    @Override
    public String rule() {
        return "not-unique";
    }

    @Override
    public String explanation() {
        return "Something of this must be unique and is in use already. Look for the one that is there.";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("index", index);
    }
}

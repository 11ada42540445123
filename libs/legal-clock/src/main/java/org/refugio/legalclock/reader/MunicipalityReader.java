package org.refugio.legalclock.reader;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.refugio.legalclock.data.Municipality;

/** Reads {@code municipalities.txt}. */
final class MunicipalityReader {

    private MunicipalityReader() {
    }

    static Map<String, Municipality> read(DataFiles files) {
        Map<String, Municipality> all = new LinkedHashMap<>();
        for (DataLine line : DataLine.of(files, "municipalities.txt")) {
            if (!line.keyword().equals("municipality")) {
                throw line.unknownKeyword("municipality");
            }
            String id = line.atMost(3).text(0, "id");
            if (all.putIfAbsent(id, new Municipality(id, line.text(1, "name"), zone(line))) != null) {
                throw line.refused("duplicate municipality '" + id + "'");
            }
        }
        return all;
    }

    private static ZoneId zone(DataLine line) {
        String name = line.text(2, "time zone");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw line.refused("'" + name + "' is not a time zone: write for instance America/Mexico_City");
        }
    }
}

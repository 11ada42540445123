package org.refugio.legalclock.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small made-up directory of data files that is accepted; each change returns the number of the line that it
 * changes.
 */
record DataDirectory(Path path) {

    static DataDirectory valid(Path path) {
        DataDirectory directory = new DataDirectory(path);
        directory.write("municipalities.txt", """
            municipality north | North | America/Tijuana
            municipality south | South | America/Mexico_City
            """);
        directory.write("holidays/law.txt", """
            # a made-up law
            law Law art. 1
            version 1
            verified A | the test | 2026-01-01
            weekly SUNDAY | Law art. 1
            fixed 01-01 | New Year / Año Nuevo | Law art. 1
            """);
        directory.write("calendars/office.txt", """
            authority OFFICE
            version 1
            verified A | the test | 2026-01-01
            holidays law
            hours 09:00 15:00 | Law art. 2
            default-municipality south
            closure 2026-03-02 | 2026-03-06 | south | Painting | Notice 1
            suspension 2026-04-01 | 2026-04-30 | all | Flood | Notice 2
            """);
        directory.write("rules.txt", """
            version 1
            rule answer
            title es | Responder
            title en | Answer
            value 10
            unit working-days
            trigger the question
            authority OFFICE
            citation Law art. 3
            certainty A
            effective 2020-01-01
            non-working-last-day next-working-day | Law art. 4
            verified the test | 2026-01-01
            """);
        return directory;
    }

    int append(String file, String line) {
        List<String> lines = lines(file);
        lines.add(line);
        write(file, String.join("\n", lines));
        return lines.size();
    }

    int replace(String file, String line, String replacement) {
        List<String> lines = lines(file);
        int index = lines.indexOf(line);
        lines.set(index, replacement);
        write(file, String.join("\n", lines));
        return index + 1;
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.writeString(path.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String file) {
        try {
            return new ArrayList<>(Files.readAllLines(path.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

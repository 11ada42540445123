package org.refugio.legalclock.reader;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.refugio.legalclock.data.InvalidCalendarData;

/** Files of the operator, in the layout of the shipped ones. */
record DirectoryFiles(Path directory) implements DataFiles {

    private static final String CALENDARS = "calendars";

    @Override
    public List<String> calendars() {
        Path folder = directory.resolve(CALENDARS);
        if (!Files.isDirectory(folder)) {
            throw new InvalidCalendarData(CALENDARS, 0,
                    "there is no such directory in " + directory + ": one file an authority belongs there");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt")).sorted()
                    .map(name -> CALENDARS + "/" + name).toList();
        } catch (IOException e) {
            throw new InvalidCalendarData(CALENDARS, 0, "cannot be read: " + e);
        }
    }

    @Override
    public boolean has(String file) {
        return Files.isRegularFile(directory.resolve(file));
    }

    @Override
    public List<String> lines(String file) {
        if (!has(file)) {
            throw new InvalidCalendarData(file, 0, "there is no such file in " + directory);
        }
        try {
            return Files.readAllLines(directory.resolve(file));
        } catch (CharacterCodingException e) {
            throw new InvalidCalendarData(file, 0, "is not UTF-8 text: save it as UTF-8");
        } catch (IOException e) {
            throw new InvalidCalendarData(file, 0, "cannot be read: " + e);
        }
    }
}

package org.refugio.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Keycloak's database after its first start, for the next trial installations on the same ports: to create it takes Keycloak more
 * time than the rest of its start. {@code up} itself replaces a database that does not fit the realm.
 *
 * @param database the folder in an installation
 * @param template the copy
 */
record IdentityTemplate(Path database, Path template) {

    /** Give a new installation the copy, if there is one. */
    void provide() {
        if (Files.exists(template) && !Files.exists(database)) {
            copy(template, database);
        }
    }

    /** Keep the database of an installation that has ended, unless there is a copy. */
    void keep() {
        if (Files.exists(database) && !Files.exists(template)) {
            copy(database, template);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

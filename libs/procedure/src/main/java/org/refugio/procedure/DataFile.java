package org.refugio.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML files of this library. A key that the type does not have is an error. */
public final class DataFile {

    private DataFile() {
    }

    /**
     * Read a resource.
     *
     * @throws InvalidProcedureFile with file and line when it is missing or is no such data
     */
    public static <T> T resource(String file, Class<T> as) {
        try (InputStream in = DataFile.class.getResourceAsStream(file)) {
            require(in != null, file, "there is no such file");
            return read(file, in, as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #resource}, from a stream. */
    public static <T> T read(String file, InputStream in, Class<T> as) {
        try {
            return YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build().readValue(in,
                    as);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidProcedureFile(file, line, e.getOriginalMessage());
        }
    }

    /** A rule about the content of a file. */
    public static void require(boolean condition, String file, String otherwise) {
        if (!condition) {
            throw new InvalidProcedureFile(file, 0, otherwise);
        }
    }
}

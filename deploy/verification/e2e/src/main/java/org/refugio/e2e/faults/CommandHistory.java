package org.refugio.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** The client-side log: the acknowledged commands in the order of their responses; also written to a file. */
public final class CommandHistory implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<AcknowledgedCommand> acknowledged = new ArrayList<>();
    private final AtomicLong unanswered = new AtomicLong();
    private final Writer file;

    public CommandHistory(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            file = Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(AcknowledgedCommand command) {
        acknowledged.add(command);
        try {
            file.write(JSON.writeValueAsString(command) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An attempt without a response, or with a 5xx response, that was repeated under the same key. */
    void unanswered() {
        unanswered.incrementAndGet();
    }

    long repeated() {
        return unanswered.get();
    }

    synchronized List<AcknowledgedCommand> all() {
        return List.copyOf(acknowledged);
    }

    synchronized int size() {
        return acknowledged.size();
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

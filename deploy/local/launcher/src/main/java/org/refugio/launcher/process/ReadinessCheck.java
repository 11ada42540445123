package org.refugio.launcher.process;

import java.net.URI;

/** How a process shows that it is ready. */
public sealed interface ReadinessCheck {

    /** A line in its log. */
    record Said(String words) implements ReadinessCheck {}

    /** An address that answers 200. */
    record Answers(URI address) implements ReadinessCheck {}

    static ReadinessCheck answers(int port, String path) {
        return new Answers(URI.create("http://127.0.0.1:" + port + path));
    }
}

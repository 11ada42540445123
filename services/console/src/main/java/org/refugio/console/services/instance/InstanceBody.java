package org.refugio.console.services.instance;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.refugio.access.web.command.BodyTooLarge;
import org.refugio.access.web.command.BodyUnreadable;
import org.springframework.http.StreamingHttpOutputMessage.Body;

/**
 * The body of a request on its way to an instance. It distinguishes who failed: the instance that does not accept the
 * body, or the client from which it is read.
 */
public final class InstanceBody {

    /** More than any service accepts. Of a body that it refuses, a service reads this much, so that its response arrives. */
    static final long LARGEST = 32L * 1024 * 1024;

    private final Body source;
    private volatile boolean started;
    private volatile RuntimeException sourceFailure;

    public InstanceBody(Body source) {
        this.source = source;
    }

    /** Whether it can still be written from its start. */
    public boolean repeatable() {
        return source.repeatable() || !started;
    }

    /** Why the source could not be read; null when it could. */
    public RuntimeException sourceFailure() {
        return sourceFailure;
    }

    void writeTo(OutputStream out, ProgressTimeout timeout) throws IOException {
        started = true;
        timeout.stop(); // now the source is awaited
        Target target = new Target(out, timeout);
        try {
            source.writeTo(target);
        } catch (IOException e) {
            if (target.failure == null) {
                sourceFailure = new BodyUnreadable(e);
            }
            throw e;
        } catch (RuntimeException e) {
            if (target.failure != null) {
                throw target.failure; // a converter wraps what the connection throws
            }
            sourceFailure = e;
            throw e;
        }
        timeout.start();
    }

    private static final class Target extends FilterOutputStream {

        private final ProgressTimeout timeout;
        private long written;
        private IOException failure;

        Target(OutputStream out, ProgressTimeout timeout) {
            super(out);
            this.timeout = timeout;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[]{(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            written += length;
            if (written > LARGEST) {
                throw new BodyTooLarge();
            }
            await(() -> {
                out.write(bytes, offset, length);
                return null;
            });
        }

        @Override
        public void flush() throws IOException {
            await(() -> {
                out.flush();
                return null;
            });
        }

        private void await(ProgressTimeout.Wait<Void> wait) throws IOException {
            try {
                timeout.during(wait);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}

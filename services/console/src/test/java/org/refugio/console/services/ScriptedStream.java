package org.refugio.console.services;

import java.io.IOException;
import java.io.InputStream;

/** Blocks of a file, with something before each. */
class ScriptedStream extends InputStream {

    interface Step {

        void run() throws InterruptedException;
    }

    private final int blocks;
    private final int size;
    private final Step before;
    private int sent;

    ScriptedStream(int blocks, int size, Step before) {
        this.blocks = blocks;
        this.size = size;
        this.before = before;
    }

    void end() throws IOException {
        // an ordinary end
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (sent == blocks * size) {
            end();
            return -1;
        }
        try {
            if (sent % size == 0) {
                before.run();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        int next = Math.min(length, size - sent % size);
        sent += next;
        return next;
    }
}

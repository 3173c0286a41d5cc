package org.postmortemflow.attachment.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads a content part by part; one part is in memory at a time. */
class PartsStream extends InputStream {

    private final IntFunction<Optional<byte[]>> parts;
    private long left;
    private int next;
    private byte[] current = {};
    private int position;

    /** @param size of all parts together, in bytes. @param parts by number, from 0 */
    PartsStream(long size, IntFunction<Optional<byte[]>> parts) {
        this.left = size;
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        if (position == current.length) {
            current = parts.apply(next++).orElseThrow(() -> new IOException("The attachment was deleted meanwhile"));
            position = 0;
        }
        int read = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, offset, read);
        position += read;
        left -= read;
        return read;
    }
}

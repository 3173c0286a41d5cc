package org.postmortemflow.integration.slack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Counts what is really read and stops at the limits, so that no zip bomb unfolds; checks the sum at the end. */
final class CountedStream extends FilterInputStream {

    private final String name;
    private final long longest;
    private final Budget budget;
    private final long expectedSum;
    private final CRC32 sum = new CRC32();
    private long read;

    /** @param expectedSum CRC-32 of the whole, or -1 when it is not known */
    CountedStream(InputStream in, String name, long longest, Budget budget, long expectedSum) {
        super(in);
        this.name = name;
        this.longest = longest;
        this.budget = budget;
        this.expectedSum = expectedSum;
    }

    /** Bytes left for all files together. */
    static final class Budget {
        private long left;

        Budget(long left) {
            this.left = left;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count < 0) {
            if (expectedSum >= 0 && sum.getValue() != expectedSum) {
                throw Broken.file(name, "is damaged: its check sum is wrong.");
            }
            return count;
        }
        sum.update(into, offset, count);
        read += count;
        budget.left -= count;
        if (read > longest) {
            throw Broken.file(name, "is longer than %,d bytes when unpacked.".formatted(longest));
        }
        if (budget.left < 0) {
            throw Broken.export("The export is larger than allowed when unpacked, " + Broken.shown(name)
                    + " was too much. Please export fewer channels or days.");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)], 0, (int) Math.min(count, 8192)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

package org.postmortemflow.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Files to attach, small and real. */
public final class Samples {

    /** One grey pixel. */
    public static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private Samples() {}

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A picture of this many bytes, as far as anybody looks who does not draw it. */
    public static byte[] png(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + i / 997);
        }
        System.arraycopy(PNG, 0, bytes, 0, PNG.length);
        return bytes;
    }
}

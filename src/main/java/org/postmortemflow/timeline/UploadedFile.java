package org.postmortemflow.timeline;

import java.io.IOException;
import java.io.InputStream;

/** A file as a person brought it; nothing in it is to be trusted. It can be opened several times. */
public record UploadedFile(String name, Content content) {

    /** The file's bytes. */
    @FunctionalInterface
    public interface Content {

        /** From the first byte; the caller closes it. */
        InputStream open() throws IOException;
    }
}

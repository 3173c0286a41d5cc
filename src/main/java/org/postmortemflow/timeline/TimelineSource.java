package org.postmortemflow.timeline;

/** Another system that tells what happened, read from a file that a person brings. */
public interface TimelineSource {

    /** For people, for example {@code Slack}. */
    String name();

    /** Whether a file that begins like this may be one of its own. */
    boolean recognises(byte[] beginning);

    /**
     * Reads all of the file, or nothing.
     *
     * @throws org.postmortemflow.shared.Refused beside the field {@code file}, naming what in it cannot be read
     */
    FoundEvents read(UploadedFile file);
}

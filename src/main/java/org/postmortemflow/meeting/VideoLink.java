package org.postmortemflow.meeting;

import java.net.URI;

/** The address of a video conference: what people click on, so only addresses of the web. */
final class VideoLink {

    private static final int LONGEST = 1000;

    private VideoLink() {}

    static boolean isOne(String text) {
        try {
            URI address = URI.create(text);
            return text.length() <= LONGEST
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}

package org.postmortemflow.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The demo organisation, with addresses that hear of every postmortem, so that each incident promises that many mails. */
final class Lists {

    static final List<String> ADDRESSES = IntStream.range(0, 5)
            .mapToObj(number -> "list" + number + "@demo.example")
            .toList();

    private Lists() {}

    /** @return the setting for a node */
    static String setting(Path folder) throws IOException {
        String demo = Files.readString(Path.of("src/main/resources/organisation/demo.yaml"));
        String more = demo.replaceFirst("(?m)^internalAddresses: .*$", "internalAddresses: " + ADDRESSES);
        if (demo.equals(more)) {
            throw new IllegalStateException("The demo has no internalAddresses any more");
        }
        return "--postmortem.organisation="
                + Files.writeString(folder.resolve("organisation.yaml"), more).toUri();
    }
}

package org.postmortemflow.meeting.calendar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.postmortemflow.lab.Experiment;
import org.postmortemflow.lab.Finding;
import org.postmortemflow.lab.Fuzzing;

class ReplyFuzzLab {

    @Experiment(
            number = 14,
            name = "Fuzzing: replies",
            what = "changed iCalendar replies of six programs, read for 60 s (3 s in the ordinary build)",
            passMark = "read or refused as unreadable, no other throwable, heap flat")
    void aReplyIsReadOrRefused(Finding finding) throws Exception {
        List<byte[]> samples = Fuzzing.samples("replies", ".ics").stream()
                .map(sample -> new String(sample, StandardCharsets.UTF_8)
                        .replace("{{sequence}}", "1")
                        .replace("{{stamp}}", "20260610T120000Z")
                        .replaceAll("\\{\\{\\w+}}", "ada@demo.example")
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
        new Fuzzing(samples, Set.of(UnreadableReply.class))
                .run(input -> ReplyReader.read(new String(input, StandardCharsets.UTF_8)), finding);
    }
}

package org.postmortemflow.meeting.calendar;

import java.nio.charset.StandardCharsets;
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
        new Fuzzing(Fuzzing.samples("replies", ".ics"), Set.of(UnreadableReply.class))
                .run(input -> ReplyReader.read(new String(input, StandardCharsets.UTF_8)), finding);
    }
}

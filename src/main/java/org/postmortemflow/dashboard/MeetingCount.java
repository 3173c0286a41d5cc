package org.postmortemflow.dashboard;

import org.postmortemflow.dashboard.PromisesReport.MeetingShare;
import org.postmortemflow.dashboard.domain.Share;

/** Counts meetings that were due, each once (R9). */
final class MeetingCount {

    private int due;
    private int inTime;
    private int excused;

    void add(PostmortemFact.Meeting meeting) {
        due++;
        if (meeting.inTime()) {
            inTime++;
        } else if (meeting.excuse() != null) {
            excused++;
        }
    }

    MeetingShare share(String of) {
        return new MeetingShare(of, new Share(inTime, due), excused);
    }
}

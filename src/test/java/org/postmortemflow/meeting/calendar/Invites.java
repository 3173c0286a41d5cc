package org.postmortemflow.meeting.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.calendar.Invite.Invitee;
import org.postmortemflow.meeting.calendar.Invite.Method;

/** Invites for tests. */
final class Invites {

    private static final Instant STAMP = Instant.parse("2026-06-10T12:00:00Z");

    private Invites() {}

    static Invite at(Instant start) {
        return of(Method.REQUEST, start, "Checkout was slow", null, List.of(ada("Ada Okafor")));
    }

    static Invite about(Method method, String title, @Nullable String video, List<Invitee> invitees) {
        return of(method, Instant.parse("2026-06-12T08:00:00Z"), title, video, invitees);
    }

    static Invitee ada(String name) {
        return new Invitee("ada@demo.example", name, true, null);
    }

    private static Invite of(
            Method method, Instant start, String title, @Nullable String video, List<Invitee> invitees) {
        return new Invite(
                method,
                "f3a6c1de@postmortem-flow",
                2,
                new Invite.Written(STAMP, STAMP.minusSeconds(60), STAMP.minusSeconds(30)),
                start,
                Duration.ofMinutes(30),
                title,
                title,
                video,
                "https://pm.example/postmortems/1",
                "postmortems@pm.example",
                title,
                invitees);
    }
}

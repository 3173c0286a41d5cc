package org.postmortemflow.meeting.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.EmailAddress;
import org.postmortemflow.meeting.Reply;
import org.postmortemflow.meeting.calendar.ContentLines.Line;

/**
 * Reads REPLY and COUNTER (RFC 5546 §3.2.3, §3.2.7) as Outlook, Exchange, Google, Apple and Thunderbird send them: only what
 * tells which meeting, who, and what they answer has to be right.
 */
public final class ReplyReader {

    private static final String EVENT = "VEVENT";
    private static final Set<String> METHODS = Set.of("REPLY", "COUNTER");
    private static final int LONGEST_REMARK = 2000;
    private static final Duration LONGEST_MEETING = Duration.ofDays(1);

    private ReplyReader() {}

    /** @throws UnreadableReply with the reason, when it is no reply to an invite */
    public static ReadReply read(String text) throws UnreadableReply {
        ContentLines lines = ContentLines.of(text);
        String method = lines.first("VCALENDAR", "METHOD").map(Line::text).orElse("");
        if (METHODS.stream().noneMatch(method::equalsIgnoreCase)) {
            throw new UnreadableReply(
                    method.isEmpty()
                            ? "It names no METHOD."
                            : "METHOD:%s is no reply.".formatted(shortened(method, 40)));
        }
        String uid = lines.first(EVENT, "UID")
                .map(Line::text)
                .orElseThrow(() -> new UnreadableReply("It does not say which meeting it answers (no UID)."));
        boolean counter = method.equalsIgnoreCase("COUNTER");
        Line attendee = attendee(lines);
        return new ReadReply(
                uid,
                EmailAddress.key(attendee.text()),
                answer(attendee, counter),
                sequence(lines),
                lines.first(EVENT, "DTSTAMP")
                        .flatMap(new ForeignTime(text)::read)
                        .orElse(null),
                remark(lines, attendee),
                counter ? proposal(lines, new ForeignTime(text)) : null);
    }

    /** Some programs repeat all attendees; then the one who answers is the only one who has. */
    private static Line attendee(ContentLines lines) throws UnreadableReply {
        List<Line> all = lines.all(EVENT, "ATTENDEE");
        List<Line> answering = all.size() <= 1
                ? all
                : all.stream()
                        .filter(line -> !"NEEDS-ACTION".equalsIgnoreCase(orEmpty(line.parameter("PARTSTAT")))
                                && line.parameter("PARTSTAT") != null)
                        .toList();
        if (answering.size() != 1) {
            throw new UnreadableReply("It names %d attendees; a reply comes from one.".formatted(all.size()));
        }
        return answering.get(0);
    }

    private static @Nullable Answer answer(Line attendee, boolean counter) throws UnreadableReply {
        String status = orEmpty(attendee.parameter("PARTSTAT")).strip();
        if (status.isEmpty() || status.equalsIgnoreCase("NEEDS-ACTION")) {
            return counter ? Answer.TENTATIVE : null;
        }
        return Answer.of(status)
                .orElseThrow(() -> new UnreadableReply("PARTSTAT=%s is no answer.".formatted(shortened(status, 40))));
    }

    private static int sequence(ContentLines lines) throws UnreadableReply {
        String text = lines.first(EVENT, "SEQUENCE").map(Line::text).orElse("0");
        if (!text.matches("\\d{1,9}")) {
            throw new UnreadableReply("SEQUENCE:%s is no number.".formatted(shortened(text, 40)));
        }
        return Integer.parseInt(text);
    }

    private static String remark(ContentLines lines, Line attendee) {
        return Stream.concat(
                        lines.all(EVENT, "COMMENT").stream().map(Line::text),
                        Stream.of(orEmpty(attendee.parameter("X-RESPONSE-COMMENT"))))
                .map(text -> shortened(ContentLines.plain(text), LONGEST_REMARK))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Reply.Proposal proposal(ContentLines lines, ForeignTime times) {
        Optional<Instant> start = lines.first(EVENT, "DTSTART").flatMap(times::read);
        Optional<Instant> end = lines.first(EVENT, "DTEND").flatMap(times::read);
        Duration length = start.flatMap(from -> end.map(to -> Duration.between(from, to)))
                .filter(between -> !between.isNegative() && between.compareTo(LONGEST_MEETING) <= 0)
                .orElse(Duration.ZERO);
        return new Reply.Proposal(start.orElse(null), length);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}

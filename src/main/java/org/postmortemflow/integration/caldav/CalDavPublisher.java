package org.postmortemflow.integration.caldav;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.CalendarPublisher;
import org.postmortemflow.calendar.CalendarPublisher.Outcome.Kind;
import org.postmortemflow.integration.caldav.CalDavServer.Answer;

/**
 * One entry per meeting on a CalDAV server. Every write says what it expects to find; when that is not so, what is there is read
 * and compared: an earlier attempt may have arrived although its answer was lost, another node or a person may have been there.
 */
final class CalDavPublisher implements CalendarPublisher {

    private final CalDavServer server;

    CalDavPublisher(CalDavServer server) {
        this.server = server;
    }

    @Override
    public Outcome put(Entry entry, @Nullable Stored known) {
        try {
            String href = href(entry, known);
            Answer answer = server.put(href, known == null ? null : strong(known.etag()), entry.text());
            return switch (answer.status()) {
                case 412 -> settle(entry, href, true);
                case 409 -> elsewhere(entry, answer);
                default -> outcome(answer, href);
            };
        } catch (IOException e) {
            return Outcome.not(Kind.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Whatever is there goes: it must not be seen any more. */
    @Override
    public Outcome remove(Entry entry, @Nullable Stored known) {
        try {
            Answer answer = server.delete(href(entry, known));
            boolean gone = answer.isFine() || answer.status() == 404 || answer.status() == 410;
            return gone ? Outcome.done(null) : failure(answer);
        } catch (IOException e) {
            return Outcome.not(Kind.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Something else is there than was expected.
     *
     * @param search whether to look for it under another name, when it is gone from here
     */
    private Outcome settle(Entry entry, String href, boolean search) throws IOException {
        Answer there = server.get(href);
        if (there.status() == 404 || there.status() == 410) {
            Answer made = server.put(href, null, entry.text());
            return search && made.status() == 409 ? elsewhere(entry, made) : outcome(made, href);
        }
        if (!there.isFine()) {
            return failure(there);
        }
        Optional<StoredEntry> stored = StoredEntry.read(there.body());
        StoredEntry wanted = StoredEntry.read(entry.text()).orElseThrow();
        if (stored.isPresent() && !stored.get().uid().equals(entry.uid())) {
            return Outcome.not(Kind.REFUSED, "Another entry has the name " + entry.name() + " on the server.");
        }
        boolean arrived = stored.filter(one -> one.sequence() > entry.sequence() || one.equals(wanted))
                .isPresent();
        String etag = strong(there.etag());
        if (arrived || etag == null) {
            return arrived
                    ? Outcome.done(new Stored(href, etag))
                    : Outcome.not(Kind.RETRY, "The server gives the entry no strong ETag, so it cannot be replaced.");
        }
        return outcome(server.put(href, etag, entry.text()), href);
    }

    /** The server has the meeting under another name: a calendar holds a UID once (RFC 4791 §5.3.2.1). */
    private Outcome elsewhere(Entry entry, Answer conflict) throws IOException {
        Answer found = server.report(entry.uid());
        if (!found.isFine()) {
            // some servers answer a PUT into a calendar that does not exist with a conflict as well
            return failure(found.status() == 404 ? found : conflict);
        }
        Optional<String> href =
                MultiStatus.hrefs(found.body()).stream().filter(server::holds).findFirst();
        return href.isPresent() ? settle(entry, href.get(), false) : failure(conflict);
    }

    private String href(Entry entry, @Nullable Stored known) {
        return known == null || known.href() == null ? server.path(entry.name()) : known.href();
    }

    private static Outcome outcome(Answer answer, String href) {
        return answer.isFine() ? Outcome.done(new Stored(href, strong(answer.etag()))) : failure(answer);
    }

    private static Outcome failure(Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 401, 403 ->
                Outcome.not(Kind.UNREACHABLE, status + ": the server does not let us in; check user and password.");
            case 404, 405 ->
                Outcome.not(
                        Kind.UNREACHABLE, status + ": there is no calendar at the address in postmortem.caldav.url.");
            case 429, 502, 503, 504 -> Outcome.not(Kind.UNREACHABLE, status + ": the server asks us to come later.");
            case 408, 409, 412, 423 -> Outcome.not(Kind.RETRY, status + ": somebody else is changing the entry.");
            default -> {
                if (status >= 300 && status < 400) {
                    yield Outcome.not(
                            Kind.UNREACHABLE, status + ": the calendar has moved; set postmortem.caldav.url anew.");
                }
                yield Outcome.not(status >= 500 ? Kind.RETRY : Kind.REFUSED, "The server answered " + status + ".");
            }
        };
    }

    /** A weak tag cannot stand in If-Match (RFC 9110 §13.1.1). */
    private static @Nullable String strong(@Nullable String etag) {
        return etag == null || etag.startsWith("W/") ? null : etag;
    }
}

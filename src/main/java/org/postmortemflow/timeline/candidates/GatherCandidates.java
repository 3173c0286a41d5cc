package org.postmortemflow.timeline.candidates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.FoundEvent;
import org.postmortemflow.timeline.FoundEvents;
import org.postmortemflow.timeline.TimelineSource;
import org.postmortemflow.timeline.TodoCandidate;
import org.postmortemflow.timeline.UploadedFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in a file of a source: all that it offers is kept, or nothing. Nothing of it is in the timeline yet. */
@Component
public class GatherCandidates {

    private static final int BEGINNING = 512;
    private static final int LONGEST_REMARKS = 4000;

    private final ObjectProvider<TimelineSource> sources;
    private final Candidates candidates;
    private final OpenForWriting open;
    private final History history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GatherCandidates(
            ObjectProvider<TimelineSource> sources,
            Candidates candidates,
            OpenForWriting open,
            History history,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sources = sources;
        this.candidates = candidates;
        this.open = open;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Reads the file before the transaction begins: reading can take seconds.
     *
     * @return how many candidates it offers
     * @throws Refused when the file cannot be read; then nothing of it is kept
     */
    public int gather(PostmortemId id, UploadedFile file, PersonId by) {
        open.require(id);
        TimelineSource source = sourceOf(file);
        FoundEvents found = source.read(file);
        List<Candidate> offered = offered(found.events());
        List<Writer> writers = found.writers().stream()
                .map(one -> new Writer(
                        UUID.randomUUID(),
                        PlainLines.line(one.reference(), 320),
                        PlainLines.line(one.name(), 200),
                        one.bot(),
                        one.messages()))
                .toList();
        Gathering gathering = new Gathering(
                UUID.randomUUID(),
                source.name(),
                PlainLines.line(file.name(), 200),
                by,
                clock.instant(),
                remarks(found.remarks()),
                offered.size());
        transaction.executeWithoutResult(status -> {
            List<Todo> todos = todos(offered, candidates.used(id));
            candidates.add(id, gathering, offered, writers, todos);
            history.note(
                    id,
                    "%s was read for the timeline (%s): %d candidates."
                            .formatted(gathering.fileName(), gathering.source(), offered.size()),
                    by);
        });
        return offered.size();
    }

    private TimelineSource sourceOf(UploadedFile file) {
        byte[] beginning;
        try (InputStream in = file.content().open()) {
            beginning = in.readNBytes(BEGINNING);
        } catch (IOException unreadable) {
            throw new Refused("file", "The file did not arrive whole. Please send it again.");
        }
        return sources.orderedStream()
                .filter(source -> source.recognises(beginning))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "file",
                        beginning.length == 0
                                ? "Please choose a file, or paste PagerDuty's JSON."
                                : PlainLines.line(file.name(), 100)
                                        + " is neither a zip that Slack exported nor JSON of PagerDuty."));
    }

    /** The same key twice is the same thing told twice. */
    private static List<Candidate> offered(List<FoundEvent> events) {
        Map<String, Candidate> byKey = new LinkedHashMap<>();
        for (FoundEvent event : events) {
            String text = PlainLines.of(event.text());
            if (!text.isEmpty()) {
                String key = event.key().length() > 200 ? shortened(event.key()) : event.key();
                byKey.put(key, candidate(event, key, text));
            }
        }
        return List.copyOf(byKey.values());
    }

    private static Candidate candidate(FoundEvent event, String key, String text) {
        return new Candidate(
                UUID.randomUUID(),
                key,
                event.at(),
                event.threadAt(),
                PlainLines.line(event.author(), 200),
                event.bot(),
                event.marked(),
                PlainLines.line(event.channel(), 200),
                text,
                event.kind() == null ? KindGuess.of(text) : event.kind(),
                PlainLines.line(event.source(), 1000));
    }

    private static List<Todo> todos(List<Candidate> offered, Map<String, ?> used) {
        List<Todo> todos = new ArrayList<>();
        for (Candidate one : offered) {
            List<String> lines = TodoLines.in(one.text());
            for (int i = 0; i < lines.size(); i++) {
                String key = "todo:" + one.key() + "#" + i;
                if (!used.containsKey(key)) {
                    todos.add(new Todo(
                            key,
                            new TodoCandidate(
                                    UUID.randomUUID(),
                                    one.at(),
                                    one.author(),
                                    PlainLines.line(lines.get(i), 4000),
                                    one.source())));
                }
            }
        }
        return todos;
    }

    private static List<String> remarks(List<String> remarks) {
        return PlainLines.of(remarks.stream()
                        .map(one -> PlainLines.line(one, 1000))
                        .limit(LONGEST_REMARKS / 1001)
                        .collect(Collectors.joining("\n")))
                .lines()
                .toList();
    }

    private static String shortened(String key) {
        return "long:" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}

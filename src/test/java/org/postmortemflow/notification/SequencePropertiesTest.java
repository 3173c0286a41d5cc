package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.postmortemflow.TestClock;
import org.postmortemflow.notification.Channel.Outcome;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.Mail.Recipient;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever servers, nodes and operators do in whatever order: every invite leaves or is seen to be stuck, and no calendar gets
 * an older SEQUENCE after a newer one (RFC 5546 §3.2.2).
 */
class SequencePropertiesTest {

    private static final PersonId ADMIN = new PersonId("admin");
    private static final int DEEDS = 9;

    private static ConfigurableApplicationContext context;

    @BeforeContainer
    static void start() {
        context = new SpringApplicationBuilder(SequenceScene.class)
                .web(org.springframework.boot.WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:sequences;DB_CLOSE_DELAY=-1",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=off",
                        "--postmortem.outbox.relay-enabled=false",
                        "--postmortem.outbox.batch=3",
                        "--postmortem.outbox.threads=1");
    }

    @AfterContainer
    static void stop() {
        context.close();
    }

    @Property(tries = 150)
    void noInviteIsLostAndNoCalendarIsSetBack(
            @ForAll @Size(max = 60) List<@IntRange(max = DEEDS - 1) Integer> deeds, @ForAll long seed) {
        Story story = new Story(new Random(seed));
        deeds.forEach(story::happens);
        story.endsWell();

        story.heard.forEach((recipient, sequences) -> assertThat(sequences)
                .as("what the calendar of %s heard", recipient)
                .isSorted());
        assertThat(story.open()).as("neither left nor stuck").isZero();
        assertThat(story.lost()).as("said to have left, but nobody got it").isEmpty();
    }

    /** One meeting, two attendees, two nodes, and bad luck. */
    private static final class Story {

        private final PostmortemId id = new PostmortemId(UUID.randomUUID());
        private final JdbcClient jdbc = context.getBean(JdbcClient.class);
        private final TestClock clock = context.getBean(TestClock.class);
        private final OutboxQueue queue = context.getBean(OutboxQueue.class);
        private final OutboxDesk desk = context.getBean(OutboxDesk.class);
        private final Outbox outbox = context.getBean(Outbox.class);
        private final OutboxSettings settings = context.getBean(OutboxSettings.class);
        private final Map<String, List<Integer>> heard = new HashMap<>();
        private final Random luck;
        private int sequence;
        private Outcome.Kind mood = Outcome.Kind.SENT;

        Story(Random luck) {
            this.luck = luck;
            jdbc.sql("delete from outbox_note").update();
            jdbc.sql("delete from outbox_message").update();
            clock.reset();
        }

        void happens(int deed) {
            switch (deed) {
                case 0, 1 -> meetingMoves();
                case 2, 3 -> relay();
                case 4 -> mood = Outcome.Kind.values()[luck.nextInt(4)];
                case 5 -> clock.advance(java.time.Duration.ofMinutes(luck.nextInt(90)));
                case 6 -> crashWith(luck.nextBoolean());
                case 7 -> operatorRetries();
                default -> mood = Outcome.Kind.SENT;
            }
        }

        /** The server recovers, and nodes go on. */
        void endsWell() {
            mood = Outcome.Kind.SENT;
            for (int hour = 0; hour < 4 * (sequence + 2); hour++) {
                clock.advance(java.time.Duration.ofHours(2));
                relay();
            }
        }

        private void meetingMoves() {
            for (String person : List.of("ada", "ben")) {
                Recipient to = new Recipient(null, person, person + "@demo.example");
                Map<String, String> model = Map.of(
                        "title",
                        "x",
                        "personName",
                        person,
                        "meetingAt",
                        "y",
                        "agenda",
                        "z",
                        "deadline",
                        "d",
                        "link",
                        "https://pm.example");
                String occasion = String.valueOf(sequence);
                outbox.write(new Mail(id, "meeting-moved", occasion, to, model, new CalendarPart("REQUEST", occasion)));
            }
            sequence++;
        }

        private void relay() {
            new OutboxRelay(queue, this::send, context.getBean(RelaySwitch.class), settings, clock).relay();
        }

        private Outcome send(OutboxMessage message) {
            boolean ambiguous = mood == Outcome.Kind.RETRY && luck.nextBoolean();
            if (mood == Outcome.Kind.SENT || ambiguous) {
                deliver(message);
            }
            return new Outcome(mood, "as told");
        }

        private void deliver(OutboxMessage message) {
            CalendarPart calendar = java.util.Objects.requireNonNull(message.calendar());
            heard.computeIfAbsent(message.recipientEmail(), to -> new ArrayList<>())
                    .add(Integer.valueOf(calendar.text()));
        }

        /** A node takes some and ends, perhaps after the first one has arrived. */
        private void crashWith(boolean arrived) {
            List<OutboxMessage> taken =
                    queue.take(clock.instant(), clock.instant().plus(settings.lease()), 3);
            if (arrived && !taken.isEmpty()) {
                deliver(taken.get(0));
            }
        }

        private void operatorRetries() {
            for (OutboxState state : List.of(OutboxState.FAILED, OutboxState.QUARANTINED)) {
                for (OutboxEntry stuck : desk.list(new OutboxFilter(state, null, null), Long.MAX_VALUE, 9, ADMIN)) {
                    try {
                        desk.retry(stuck.id(), "try", ADMIN);
                    } catch (Refused overtaken) {
                        // stays where an operator sees it
                    }
                }
            }
        }

        long open() {
            return jdbc.sql("select count(*) from outbox_message where state = 'WAITING'")
                    .query(Long.class)
                    .single();
        }

        List<String> lost() {
            return jdbc
                    .sql("select recipient_email, occasion from outbox_message where state = 'SENT'")
                    .query((row, number) -> Map.entry(row.getString(1), Integer.valueOf(row.getString(2))))
                    .list()
                    .stream()
                    .filter(sent ->
                            !heard.getOrDefault(sent.getKey(), List.of()).contains(sent.getValue()))
                    .map(Object::toString)
                    .toList();
        }
    }
}

package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Mailboxes.Received;

/** The process is killed (kill -9) while 300 mails leave: each arrives all the same, and what arrives twice is the same mail. */
class MailSurvivesKillIT {

    private static final int INCIDENTS = 5;
    private static final int ADDRESSES = 60;
    private static final int MAILS = INCIDENTS * ADDRESSES;
    private static final Duration SLOW = Duration.ofMillis(15);

    @Test
    void nothingIsLostAndDoublesHaveTheSameIdentity(@TempDir Path folder) throws Exception {
        String organisation = organisation(folder);
        try (Mailboxes mailboxes = new Mailboxes(SLOW)) {
            try (PackagedApplication first = start("killed", folder, mailboxes, organisation)) {
                for (int i = 0; i < INCIDENTS; i++) {
                    report(first, i);
                }
                Waiting.until(
                        "mail is under way",
                        Duration.ofSeconds(60),
                        () -> toList(mailboxes).size() >= MAILS / 10);
                first.kill();
            }
            assertThat(toList(mailboxes).size())
                    .as("killed in the middle of it")
                    .isLessThan(MAILS);
            try (PackagedApplication second = start("after-kill", folder, mailboxes, organisation)) {
                Waiting.until(
                        "all mail has arrived",
                        Duration.ofSeconds(60),
                        () -> identities(toList(mailboxes)).size() >= MAILS);
                JsonNode outbox = new Caller(second.base(), "admin").get("/api/outbox");
                assertThat(outbox.path("failed").asInt()
                                + outbox.path("quarantined").asInt())
                        .as("stuck: " + outbox)
                        .isZero();
            }
            eachArrivedAndDoublesAreTheSame(toList(mailboxes));
        }
    }

    private static void eachArrivedAndDoublesAreTheSame(List<Received> mails) {
        Map<String, List<Received>> byIdentity = mails.stream().collect(Collectors.groupingBy(Received::messageId));

        assertThat(byIdentity).hasSize(MAILS);
        assertThat(byIdentity.values())
                .allSatisfy(same -> assertThat(same)
                        .extracting(mail -> mail.to() + mail.subject() + mail.part("text/plain"))
                        .containsOnly(same.get(0).to()
                                + same.get(0).subject()
                                + same.get(0).part("text/plain")));
        assertThat(byIdentity.values())
                .extracting(same -> same.get(0).to() + " " + same.get(0).subject())
                .as("one for each address and incident")
                .doesNotHaveDuplicates();
        System.out.printf("%d mails, %d of them arrived twice%n", MAILS, mails.size() - MAILS);
    }

    private static Set<String> identities(List<Received> mails) {
        return mails.stream().map(Received::messageId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What went to the lists; the persons concerned get mail as well. */
    private static List<Received> toList(Mailboxes mailboxes) {
        return mailboxes.all().stream()
                .filter(mail -> mail.to().startsWith("list"))
                .toList();
    }

    private static PackagedApplication start(String name, Path folder, Mailboxes mailboxes, String organisation)
            throws IOException, InterruptedException {
        return new PackagedApplication(
                        name,
                        folder,
                        mailboxes.port(),
                        "--postmortem.organisation=" + organisation,
                        "--postmortem.wording.languagetool=false",
                        "--postmortem.outbox.lease=6s")
                .ready();
    }

    private static void report(PackagedApplication application, int number) {
        new Caller(application.base(), "ada").reports("Incident number " + number);
    }

    /** The demo with many lists that hear of each postmortem. */
    private static String organisation(Path folder) throws IOException {
        String lists = IntStream.range(0, ADDRESSES)
                .mapToObj(number -> "list" + number + "@demo.example")
                .collect(Collectors.joining(", "));
        String demo = Files.readString(Path.of("src/main/resources/organisation/demo.yaml"));
        String many = demo.replaceFirst("(?m)^internalAddresses: .*$", "internalAddresses: [" + lists + "]");
        assertThat(many).contains("list7@demo.example");
        return Files.writeString(folder.resolve("organisation.yaml"), many)
                .toUri()
                .toString();
    }
}

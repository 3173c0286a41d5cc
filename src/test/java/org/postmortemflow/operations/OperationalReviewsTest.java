package org.postmortemflow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.TestClock;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.PastSteps;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.operations.OperationalReview.KindRow;
import org.postmortemflow.operations.ReviewSettings.Mailing;
import org.postmortemflow.operations.domain.Period;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R29: the review of small histories, counted by hand, and who gets it by mail. */
@RoomSlice
class OperationalReviewsTest {

    private static final Instant MAY = Instant.parse("2026-05-12T08:00:00Z");
    private static final PersonId LIAM = new PersonId("liam");
    private static final PersonId ADMIN = new PersonId("admin");

    private final String team = "team-" + UUID.randomUUID();

    @Autowired
    OperationalReviews reviews;

    @Autowired
    ReviewText text;

    @Autowired
    SendReviews sendReviews;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    MailText mails;

    @Autowired
    TestClock clock;

    private PastSteps past;

    @Autowired
    void history(JdbcClient jdbc, BeanFactory beans) {
        past = new PastSteps(jdbc, beans);
    }

    /** Two at checkout with the same factor, one at search in June: detected after 10, 20 and 30 minutes. */
    @Test
    void trendsAreCountedAcrossIncidents() {
        PostmortemId first = one(MAY, "checkout-api", 10, "pool, missing alert");
        past.followUp(first, 2, "DETECTION", "OPEN", "");
        PostmortemId second = one(MAY.plus(Duration.ofDays(1)), "checkout-api", 20, "Pool");
        one(MAY.plus(Duration.ofDays(31)), "search", 30, "");

        OperationalReview review = review(LIAM);

        assertThat(review.counted()).isEqualTo(3);
        assertThat(review.columns())
                .extracting(column -> column.name() + " " + column.incidents() + " " + column.noticedByPeople())
                .containsExactly("May 2026 2 2", "Jun 2026 1 1");
        assertThat(review.detect().spread().median()).isEqualTo(Duration.ofMinutes(20));
        assertThat(review.detect().spread().worst()).isEqualTo(Duration.ofMinutes(30));
        assertThat(review.mitigate().spread().median()).isEqualTo(Duration.ofMinutes(60));
        assertThat(review.resolve().spread().median()).isEqualTo(Duration.ofMinutes(90));
        assertThat(review.services())
                .extracting(one -> one.name() + " " + one.count())
                .containsExactly("checkout-api 2", "search 1");
        assertThat(review.factors())
                .extracting(one -> one.name() + " " + one.count())
                .containsExactly("pool 2", "missing alert 1");
        assertThat(review.classes()).isEqualTo(Map.of("Capacity and limits", 2, "Detection", 1));
        assertThat(review.withoutFactor()).isEqualTo(1);
        assertThat(review.recurrences()).singleElement().satisfies(again -> {
            assertThat(again.factor()).isEqualTo("pool");
            assertThat(again.tally().cases()).extracting(one -> one.id()).containsExactly(first, second);
        });
        assertThat(review.kinds())
                .extracting(KindRow::done, KindRow::open)
                .startsWith(org.assertj.core.groups.Tuple.tuple(3, 0), org.assertj.core.groups.Tuple.tuple(0, 1));
    }

    @Test
    void aPrivateOneIsCountedAndNeitherItsTitleNorItsWordsAreNamed() {
        one(MAY, "checkout-api", 10, "pool");
        PostmortemId secret = one(MAY, "payroll", 60, "insider access");
        past.makePrivate(secret);

        OperationalReview liams = review(LIAM);
        OperationalReview admins = review(ADMIN);

        assertThat(liams.counted()).isEqualTo(2);
        assertThat(liams.hidden()).isEqualTo(1);
        assertThat(liams.unnamed()).isEqualTo(2);
        assertThat(liams.detect().spread()).isEqualTo(admins.detect().spread());
        assertThat(liams.detect().longest()).hasSize(1);
        assertThat(text.markdown(liams))
                .contains("# Operational review, May 2026 to Jun 2026", "1 private ones are counted but not listed")
                .doesNotContain("insider", "payroll", secret.toString());
        assertThat(text.markdown(admins)).contains("insider access", "payroll", secret.toString());
    }

    /** A title that would draw a link, a table and a picture stays a title. */
    @Test
    void hostileTitlesStayText() {
        PostmortemId id = past.postmortem(team, Severity.SEV_1, MAY, "a|b\n# c ![x](http://evil.example) <b>");
        past.course(id, "checkout-api", MAY, 1, 2, 3);

        assertThat(text.markdown(review(LIAM)))
                .contains("a\\|b \\# c \\!\\[x\\](http://evil.example) \\<b\\>")
                .doesNotContain("\n# c");
    }

    /** Emeka manages Payments; nobody else of that team is a manager, and the second node finds it done. */
    @Test
    void eachManagerGetsOneMailForEachPeriod() {
        PostmortemId id = past.postmortem("payments", Severity.SEV_1, MAY);
        past.course(id, "checkout-api", MAY, 10, 20, 30);
        clock.set(Instant.parse("2026-06-01T05:59:00Z"));
        assertThat(sendReviews.run(Mailing.MONTHLY)).isZero();
        clock.set(Instant.parse("2026-06-01T06:00:00Z"));
        assertThat(sendReviews.run(Mailing.NONE)).isZero();
        sendReviews.run(Mailing.MONTHLY);
        assertThat(sendReviews.run(Mailing.MONTHLY)).isZero();

        List<Mail> sent = outbox.about(id).stream()
                .filter(mail -> mail.template().equals("operational-review"))
                .toList();
        assertThat(sent)
                .extracting(mail -> mail.to().name())
                .contains("Emeka Nwosu")
                .doesNotHaveDuplicates();
        assertThat(mails.render("operational-review", sent.get(0).model()).text())
                .contains("Time to detect: half within 10 min", "from=2026-05&team=checkout");
        clock.set(Instant.parse("2026-06-09T06:00:00Z"));
        assertThat(sendReviews.run(Mailing.QUARTERLY)).isZero();
    }

    /** Mitigated 40 minutes after it was detected, resolved 30 minutes later; one follow-up that is done names the factor. */
    private PostmortemId one(Instant clockStart, String service, long detected, String factor) {
        PostmortemId id = past.postmortem(team, Severity.SEV_1, clockStart);
        past.course(id, service, clockStart, detected, detected + 40, detected + 70);
        past.followUp(id, 1, "PREVENTION", "DONE", factor);
        return id;
    }

    private OperationalReview review(PersonId reader) {
        FactFilter filter = FactFilter.ALL
                .within(YearMonth.of(2026, 5), YearMonth.of(2026, 6))
                .of(Set.of(team));
        return reviews.of(filter, Period.MONTH, reader);
    }
}

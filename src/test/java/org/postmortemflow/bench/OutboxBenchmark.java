package org.postmortemflow.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.notification.OutboxRelay;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.subethamail.smtp.server.SMTPServer;

/** How fast one node writes mails down and hands them to an SMTP server of this machine, also when very many wait. */
class OutboxBenchmark {

    private static final int FEW = 1_500;
    private static final int COPIES = 66;
    private static final int IN_ONE_TRANSACTION = 30;
    private static final int SECONDS = 6;

    private final AtomicLong arrived = new AtomicLong();

    @TempDir
    Path folder;

    @Test
    void onH2() {
        measure("H2 in a file", "jdbc:h2:file:" + folder.resolve("bench") + ";WRITE_DELAY=0", "sa", "random_uuid()");
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start()) {
            measure("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"), "postgres", "gen_random_uuid()");
        }
    }

    private void measure(String database, String url, String user, String newId) {
        SMTPServer sink = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> arrived.incrementAndGet())
                .build();
        sink.start();
        try (ConfigurableApplicationContext context = start(url, user, sink.getPortAllocated())) {
            long begun = System.nanoTime();
            write(context);
            double written = FEW / seconds(begun);
            begun = System.nanoTime();
            context.getBean(OutboxRelay.class).relay();
            double sent = FEW / seconds(begun);
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            fill(jdbc, newId);
            long before = heap();
            CompletableFuture<Integer> running = CompletableFuture.supplyAsync(
                    () -> context.getBean(OutboxRelay.class).relay());
            long already = arrived.get();
            begun = System.nanoTime();
            sleep();
            double sentOfMany = (arrived.get() - already) / seconds(begun);
            long after = heap();
            print(database, written, sent, sentOfMany, after - before);
            running.cancel(false);
        } finally {
            sink.stop();
        }
    }

    private static void write(ConfigurableApplicationContext context) {
        Outbox outbox = context.getBean(Outbox.class);
        TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
        for (int i = 0; i < FEW / IN_ONE_TRANSACTION; i++) {
            PostmortemId id = new PostmortemId(UUID.randomUUID());
            transaction.executeWithoutResult(status -> IntStream.range(0, IN_ONE_TRANSACTION)
                    .forEach(person -> outbox.write(mail(id, "person" + person + "@demo.example"))));
        }
    }

    private static Mail mail(PostmortemId id, String address) {
        Map<String, String> model = Map.of(
                "title", "Checkout rejects one payment in five",
                "severity", "Sev-1",
                "personName", "Ada Okafor",
                "due", "Fri 19 Jun 2026 00:00 CEST",
                "link", "https://postmortems.demo.example/postmortems/" + id);
        return new Mail(id, "owner-designated", "once", new Mail.Recipient(null, "Ada Okafor", address), model, null);
    }

    /** Copies of what was sent, waiting; a part at a time, which is what a small heap takes, and with less text, for speed. */
    private static void fill(JdbcTemplate jdbc, String newId) {
        for (int copy = 0; copy < COPIES; copy++) {
            jdbc.update("""
                    insert into outbox_message (id, message_key, message_id, postmortem_id, template, occasion,
                      recipient_name, recipient_email, subject, text_body, html_body, state, attempts, next_attempt_at,
                      created_at)
                    select %1$s, message_key || '/%2$d', '<%2$d' || substring(message_id from 2), postmortem_id, template,
                      occasion, recipient_name, recipient_email, subject, substring(text_body from 1 for 200), substring(html_body from 1 for 400), 'WAITING', 0, created_at,
                      created_at
                    from outbox_message where state = 'SENT'
                    """.formatted(newId, copy));
        }
        jdbc.execute("analyze");
    }

    private static ConfigurableApplicationContext start(String url, String user, int smtpPort) {
        return new SpringApplicationBuilder(MailAlone.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + smtpPort,
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN");
    }

    /** In MB, after what nobody needs is thrown away. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void print(String database, double written, double sent, double sentOfMany, long memory) {
        System.out.printf(
                Locale.ROOT,
                """

                %s, mails a second              ratio
                sent                                %6.0f    1.00
                written, %d in a transaction        %6.0f   %5.2f
                sent while %,d wait              %6.0f   %5.2f   heap %+d MB
                """,
                database,
                sent,
                IN_ONE_TRANSACTION,
                written,
                written / sent,
                FEW * COPIES,
                sentOfMany,
                sentOfMany / sent,
                memory);
    }
}

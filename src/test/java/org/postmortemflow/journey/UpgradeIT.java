package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The program as a command ({@code --postmortem.upgrade}): it carries what an older version began to the newest models. */
class UpgradeIT {

    private static final String MODEL = "processes/postmortem.bpmn";

    @Test
    void whatAnOlderVersionBeganIsCarriedOverByTheCommand(@TempDir Path folder) throws Exception {
        try (Mailboxes mailboxes = new Mailboxes()) {
            try (PackagedApplication first = new PackagedApplication("upgrade-1", folder, mailboxes.port()).ready()) {
                report(first);
                mailboxes.await("ada@demo.example", "Checkout was slow");
            }
            asAnOlderVersionHadIt(folder);

            Ended tooEarly = command(folder, "dry-run");
            assertThat(tooEarly.output()).contains("Start a node of this version first");
            assertThat(tooEarly.code()).isEqualTo(1);

            try (PackagedApplication second = new PackagedApplication("upgrade-2", folder, mailboxes.port()).ready()) {
                assertThat(openTask(second)).as("still in the old version").contains("Name an owner");
            }
            int mails = mailboxes.all().size();
            Ended tried = command(folder, "dry-run");
            assertThat(tried.output()).contains("postmortem, version 1 to 2: 1 can be carried over, 0 would stay");
            assertThat(tried.code()).isZero();
            Ended done = command(folder, "run");
            assertThat(done.output()).contains("postmortem, version 1 to 2: 1 carried over, 0 stayed");
            assertThat(done.code()).isZero();
            assertThat(command(folder, "run").output()).contains("Everything that runs is on the newest version");

            try (PackagedApplication third = new PackagedApplication("upgrade-3", folder, mailboxes.port()).ready()) {
                assertThat(openTask(third)).contains("Designate owner").doesNotContain("Name an owner");
            }
            assertThat(mailboxes.all()).as("nobody is told again").hasSize(mails);
        }
    }

    private record Ended(int code, String output) {}

    private static Ended command(Path folder, String mode) throws Exception {
        Path jar = Path.of(System.getProperty("packaged.jar", "target/postmortem-flow-0.1.0-SNAPSHOT.jar"));
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        // its start is most of what it does
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "--postmortem.upgrade=" + mode))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** As if the model that was deployed had called the step otherwise. */
    private static void asAnOlderVersionHadIt(Path folder) {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("data/postmortem-flow"), "sa", ""));
        byte[] model = jdbc.sql("select bytes_ from act_ge_bytearray where name_ = ?")
                .params(MODEL)
                .query(byte[].class)
                .single();
        String older = new String(model, StandardCharsets.UTF_8).replace("\"Designate owner\"", "\"Name an owner\"");
        jdbc.sql("update act_ge_bytearray set bytes_ = ? where name_ = ?")
                .params(older.getBytes(StandardCharsets.UTF_8), MODEL)
                .update();
        jdbc.sql("update act_ru_task set name_ = 'Name an owner'").update();
    }

    private static String openTask(PackagedApplication application) {
        return new Caller(application.base(), "ada").get("/engine-rest/task").toString();
    }

    private static void report(PackagedApplication application) {
        new Caller(application.base(), "ada").reports("Checkout was slow");
    }
}

package org.postmortemflow.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.notification.Channel.Outcome.Kind.FAILED;
import static org.postmortemflow.notification.Channel.Outcome.Kind.PAUSE;
import static org.postmortemflow.notification.Channel.Outcome.Kind.RETRY;
import static org.postmortemflow.notification.Channel.Outcome.Kind.SENT;
import static org.postmortemflow.notification.Channel.Outcome.Kind.UNREACHED;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.postmortemflow.integration.mail.ScriptedServer.Script;
import org.postmortemflow.lab.Experiment;
import org.postmortemflow.lab.Finding;
import org.postmortemflow.notification.Channel.Outcome;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Each way in which a mail server fails, and what it must mean for the mail. {@link SmtpChannelTest} looks at each more closely. */
class SmtpTableLab {

    private static final String MESSAGE_ID = "Message-ID: " + Messages.MESSAGE_ID;

    private static final List<Row> TABLE = List.of(
            new Row("greeting", "421 too busy", UNREACHED),
            new Row("greeting", "554 no service here", UNREACHED),
            new Row("MAIL", "451 later", RETRY),
            new Row("RCPT", "450 greylisted", RETRY),
            new Row("RCPT", "452 mailbox full", RETRY),
            new Row("DATA", "451 later", RETRY),
            new Row("end", "452 disk full", RETRY),
            new Row("RCPT", "550 no such person", FAILED),
            new Row("RCPT", "553 not an address", FAILED),
            new Row("MAIL", "550 not from you", FAILED),
            new Row("DATA", "554 no", FAILED),
            new Row("end", "552 too big", FAILED),
            new Row("AUTH", "535 wrong password", PAUSE),
            new Row("end", Script.HANG_UP, RETRY),
            new Row("end", Script.SILENCE, RETRY));

    private record Row(String when, String answer, Outcome.Kind kind) {

        boolean isAmbiguous() {
            return when.equals("end") && List.of(Script.HANG_UP, Script.SILENCE).contains(answer);
        }
    }

    @Experiment(
            number = 6,
            name = "SMTP failures",
            what = "a mail to a server that refuses the connection, greets, answers or falls silent in each way of"
                    + " the table",
            passMark = "every row means what it should: another try, given up, or a pause; another try has the same"
                    + " Message-ID")
    void everyRowIsTreatedAsListed(Finding finding) throws IOException {
        List<String> wrong = new ArrayList<>();
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        if (sent(closed, false) != UNREACHED) {
            wrong.add("nobody listens");
        }
        for (Row row : TABLE) {
            try (ScriptedServer server = new ScriptedServer(Script.friendly().with(row.when(), row.answer()))) {
                Outcome.Kind first = sent(server.port(), row.when().equals("AUTH"));
                Outcome.Kind second = row.isAmbiguous() ? sent(server.port(), false) : first;
                boolean sameIdentity = !row.isAmbiguous()
                        || server.bodies().size() == 2
                                && server.bodies().stream().allMatch(body -> body.contains(MESSAGE_ID));
                if (first != row.kind() || second != row.kind() || !sameIdentity) {
                    wrong.add(row + " was " + first + ", then " + second);
                }
            }
        }
        try (ScriptedServer server = new ScriptedServer(Script.friendly())) {
            if (sent(server.port(), false) != SENT) {
                wrong.add("the friendly server");
            }
        }
        int rows = TABLE.size() + 2;
        finding.measured("%d of %d rows as listed", rows - wrong.size(), rows);
        assertThat(wrong).isEmpty();
    }

    private static Outcome.Kind sent(int port, boolean signIn) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        if (signIn) {
            sender.setUsername("relay");
            sender.setPassword("secret");
            sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
        }
        for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + timeout, "1000");
        }
        return new SmtpChannel(sender, new MimeWriter(Messages.SETTINGS))
                .send(Messages.toAda())
                .kind();
    }
}

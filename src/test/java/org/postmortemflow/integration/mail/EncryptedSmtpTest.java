package org.postmortemflow.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.notification.Channel.Outcome.Kind.SENT;
import static org.postmortemflow.notification.Channel.Outcome.Kind.UNREACHED;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.notification.Channel.Outcome;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.server.SMTPServer;

/** The two ways to an SMTP server that nobody listens to on the way: STARTTLS and SMTPS. */
class EncryptedSmtpTest {

    private static final String PASSWORD = "for-this-test";

    @TempDir
    static Path folder;

    private static SSLContext certified;

    private final List<String> received = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeACertificate() throws Exception {
        Path file = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String command =
                "-genkeypair -alias server -keyalg EC -dname CN=localhost -ext SAN=dns:localhost -storetype PKCS12";
        List<String> words = new ArrayList<>(List.of(keytool.toString()));
        words.addAll(List.of(command.split(" ")));
        words.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(words).start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        certified = SSLContext.getInstance("TLS");
        certified.init(managers.getKeyManagers(), null, null);
    }

    @Test
    void withStartTlsTheMailGoesOutEncrypted() {
        SMTPServer server = server().enableTLS()
                .requireTLS()
                .startTlsSocketFactory(certified)
                .build();

        assertThat(send(server, "smtp", Map.of("mail.smtp.starttls.required", "true", "mail.smtp.ssl.trust", "*")))
                .isEqualTo(SENT);
        assertThat(received).singleElement().asString().contains("Message-ID: " + Messages.MESSAGE_ID);
    }

    @Test
    void withSmtpsTheMailGoesOutEncrypted() {
        SMTPServer server = server().serverSocketFactory(certified).build();

        assertThat(send(server, "smtps", Map.of("mail.smtps.ssl.trust", "*"))).isEqualTo(SENT);
        assertThat(received).hasSize(1);
    }

    @Test
    void whereEncryptionIsRequiredNothingIsSentWithoutIt() {
        SMTPServer server = server().build();

        assertThat(send(server, "smtp", Map.of("mail.smtp.starttls.required", "true")))
                .isEqualTo(UNREACHED);
        assertThat(received).isEmpty();
    }

    @Test
    void aServerThatNobodyVouchesForGetsNothing() {
        SMTPServer server = server().serverSocketFactory(certified).build();

        assertThat(send(server, "smtps", Map.of())).isEqualTo(UNREACHED);
        assertThat(received).isEmpty();
    }

    private SMTPServer.Builder server() {
        return SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> received.add(new String(data, StandardCharsets.UTF_8)));
    }

    private Outcome.Kind send(SMTPServer server, String protocol, Map<String, String> settings) {
        server.start();
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setProtocol(protocol);
            sender.setHost("localhost");
            sender.setPort(server.getPortAllocated());
            for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
                sender.getJavaMailProperties().setProperty("mail." + protocol + "." + timeout, "20000");
            }
            settings.forEach(sender.getJavaMailProperties()::setProperty);
            return new SmtpChannel(sender, new MimeWriter(Messages.SETTINGS))
                    .send(Messages.toAda())
                    .kind();
        } finally {
            server.stop();
        }
    }
}

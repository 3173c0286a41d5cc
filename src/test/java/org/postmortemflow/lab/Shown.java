package org.postmortemflow.lab;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;

/** Looks through mails and files of rows for what was typed: as text it is fine, as markup, header or formula it is not. */
final class Shown {

    private final Path mailbox;
    private final List<String> wrong = new ArrayList<>();
    private int harmless;
    private int cells;

    Shown(Path mailbox) {
        this.mailbox = mailbox;
    }

    void mails() throws IOException, MessagingException {
        try (Stream<Path> files = Files.walk(mailbox)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".eml")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
                    if (mail.getHeader("X-Injected") != null) {
                        wrong.add(file + " has a header that was typed");
                    }
                    part(file, mail);
                }
            }
        }
    }

    private void part(Path file, Part part) throws IOException, MessagingException {
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart inner = many.getBodyPart(i);
                part(file, inner);
            }
        } else if (part.isMimeType("text/html")) {
            html(file, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } else if (part.isMimeType("text/calendar")) {
            String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (text.lines().anyMatch(line -> line.startsWith("X-Injected"))) {
                wrong.add(file + " has a line in its invite that was typed");
            }
        }
    }

    private void html(Path file, String html) {
        var page = Jsoup.parse(html);
        if (!page.select("[onerror], script, iframe, img[src=x], a[href^=javascript]")
                        .isEmpty()
                || html.contains(HostileText.ELEMENT)) {
            wrong.add(file + " has markup that was typed: " + html);
        }
        if (page.select("img[src*=127.0.0.1]").size() > 0) {
            wrong.add(file + " loads an image from elsewhere");
        }
        if (page.text().contains("onerror")) {
            harmless++;
        }
    }

    void csv(String text) throws IOException {
        for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text))) {
            for (String cell : row) {
                cells++;
                if (cell.matches("(?s)[=+\\-@\t\r].*") && !cell.matches("-?\\d+([.,]\\d+)?")) {
                    wrong.add("a formula in a file of rows: " + cell);
                }
            }
        }
    }

    List<String> wrong() {
        return wrong;
    }

    int harmlessMails() {
        return harmless;
    }

    int cells() {
        return cells;
    }
}

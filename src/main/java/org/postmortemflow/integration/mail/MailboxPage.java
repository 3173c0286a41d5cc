package org.postmortemflow.integration.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The local mailbox in the browser. A person sees the mails to them, an administrator sees all. */
@Controller
class MailboxPage {

    private static final int MOST_SHOWN = 200;

    private final ObjectProvider<LocalMailbox> mailbox;
    private final Organisation organisation;

    MailboxPage(ObjectProvider<LocalMailbox> mailbox, Organisation organisation) {
        this.mailbox = mailbox;
        this.organisation = organisation;
    }

    @GetMapping("/mailbox")
    String list(Model model, PersonId me) throws IOException {
        LocalMailbox local = mailbox.getIfAvailable();
        List<ReadMail> mails = new ArrayList<>();
        if (local != null) {
            for (Path file : local.files()) {
                if (mails.size() < MOST_SHOWN) {
                    read(file).filter(mail -> mayRead(mail, me)).ifPresent(mails::add);
                }
            }
        }
        model.addAttribute("local", local != null);
        model.addAttribute("all", organisation.isAdministrator(me));
        model.addAttribute("mails", mails);
        return "integration/mail/mailbox";
    }

    @GetMapping("/mailbox/{file}")
    String mail(@PathVariable String file, Model model, PersonId me) throws IOException {
        model.addAttribute("mail", readable(file, me));
        return "integration/mail/mail";
    }

    @GetMapping("/mailbox/{file}/source")
    ResponseEntity<byte[]> source(@PathVariable String file, PersonId me) throws IOException {
        ReadMail mail = readable(file, me);
        Path path = mailbox.getObject().file(mail.file()).orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mail.eml\"")
                .body(Files.readAllBytes(path));
    }

    private ReadMail readable(String file, PersonId me) throws IOException {
        LocalMailbox local = mailbox.getIfAvailable();
        Optional<Path> path = local == null ? Optional.empty() : local.file(file);
        return path.flatMap(MailboxPage::read)
                .filter(mail -> mayRead(mail, me))
                .orElseThrow(() -> new NoSuchElementException("No such mail"));
    }

    /** Empty for what somebody else laid into the folder and is no mail. */
    private static Optional<ReadMail> read(Path file) {
        try {
            return Optional.of(ReadMail.of(file));
        } catch (IOException | MessagingException unreadable) {
            return Optional.empty();
        }
    }

    private boolean mayRead(ReadMail mail, PersonId me) {
        return organisation.isAdministrator(me)
                || organisation
                        .person(me)
                        .filter(person -> person.email().equalsIgnoreCase(mail.toEmail()))
                        .isPresent();
    }
}

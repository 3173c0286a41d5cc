package org.postmortemflow.archive.web;

import java.util.ArrayList;
import java.util.List;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is told to customers and colleagues, as text to copy. */
@Controller
class MessagesPage {

    private final Postmortems postmortems;
    private final ExternalMessages messages;
    private final Documents documents;

    MessagesPage(Postmortems postmortems, ExternalMessages messages, Documents documents) {
        this.postmortems = postmortems;
        this.messages = messages;
        this.documents = documents;
    }

    /**
     * One text to copy.
     *
     * @param empty what to do when there is no text yet
     */
    record Message(String id, String label, String hint, String text, String empty) {}

    @GetMapping("/postmortems/{id}/messages")
    String page(@PathVariable PostmortemId id, Model model) {
        Postmortem postmortem = postmortems.get(id);
        Documents.Document document = documents.of(id);
        List<Message> all = new ArrayList<>();
        all.add(
                messages.of(id)
                        .map(one -> new Message("external", "External message", decided(one), one.text(), ""))
                        .orElseGet(
                                () -> new Message(
                                        "external",
                                        "External message",
                                        "",
                                        "",
                                        "There is none. It is drafted in the step \"Draft external message\" when customers were affected.")));
        all.add(new Message(
                "internal",
                "Internal e-mail",
                "The section \"Internal e-mail\" of the postmortem.",
                document.text(SectionName.INTERNAL_EMAIL),
                "It is not written yet. Write the section \"Internal e-mail\" of the postmortem."));
        all.add(new Message(
                "overview",
                "Overview",
                "What opens the mail that colleagues get after the meeting.",
                document.text(SectionName.OVERVIEW),
                "It is not written yet. Write the section \"Overview\" of the postmortem."));
        model.addAttribute("postmortem", postmortem);
        model.addAttribute("messages", all);
        return "archive/messages";
    }

    private static String decided(ExternalMessages.ExternalMessage one) {
        String decided = one.approved() == null
                ? "A draft: the meeting has not approved it yet."
                : one.approved() ? "The meeting approved it." : "The meeting did not approve it.";
        return one.postedWhere() == null ? decided : decided + " It was posted.";
    }
}

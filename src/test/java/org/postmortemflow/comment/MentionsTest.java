package org.postmortemflow.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.document.SectionName.OVERVIEW;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@RoomSlice
class MentionsTest {

    private static final PersonId ADA = new PersonId("ada");

    @Autowired
    Scene scene;

    @Autowired
    Discuss discuss;

    @Autowired
    Mentions mentions;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    MailText texts;

    private PostmortemId id;

    @BeforeEach
    void aPostmortem() {
        id = scene.postmortem(SEV_1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @ben                                      | ben
                    Ask @ben.                                 | ben
                    Was it @ben-, @ben_ or @ben...?           | ben
                    (@Ben) and **@KAVYA**, then @ben          | ben kavya
                    one\\n@ben\\n\\n> quoted @kavya\\n\\n- @hana | ben kavya hana
                    """)
    void whoeverIsCalledIsFoundOnce(String text, String called) {
        assertThat(in(text.replace("\\n", "\n"))).containsExactly(called.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ben",
                "me@ben.example",
                "x@ben",
                "@benjamin",
                "@bento",
                "@nobody",
                "`@ben`",
                "```\n@ben\n```",
                "    @ben",
                "https://git.example/@ben",
                "<https://git.example/@ben>",
                "[our page](https://git.example/@ben)",
                "<b title='@ben'>",
                "@@ben",
                "@"
            })
    void codeAddressesLinksAndStrangersCallNobody(String text) {
        assertThat(in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*a _b ", "[", "![", "**", "<"})
    void textNestedAsDeepAsACommentCanBeIsRead(String nested) {
        String text = nested.repeat(3_990 / nested.length()) + " @ben";

        assertThat(in(text)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whoeverIsMentionedIsMailedAndNobodyElse() {
        Comment comment = discuss.begin(id, OVERVIEW, "@ben and @kavya: which *pool*?\n@ben?", ADA);

        List<Mail> mails = mails();
        assertThat(mails)
                .extracting(mail -> mail.to().email())
                .containsExactly("ben@demo.example", "kavya@demo.example");
        MailText.Rendered text = rendered(mails.get(0));
        assertThat(text.subject()).isEqualTo("Ada Okafor mentioned you: Checkout was slow");
        assertThat(text.text())
                .contains("Hello Ben Fischer,")
                .contains("wrote about the section \"Overview\"")
                .contains("@ben and @kavya: which *pool*?")
                .contains("/postmortems/" + id + "/comments/" + comment.id());
    }

    @Test
    void aHostileCommentDrawsNothingInTheMail() {
        discuss.begin(id, null, "@ben <script>alert(1)</script>\n# [Log in](https://evil.example)", ADA);

        MailText.Rendered text = rendered(mails().get(0));
        assertThat(text.html())
                .doesNotContain("<script")
                .doesNotContain("href=\"https://evil.example")
                .contains("wrote about the document");
    }

    @Test
    void mentioningYourselfMailsNobody() {
        discuss.begin(id, OVERVIEW, "@ada: do not forget", ADA);

        assertThat(mails()).isEmpty();
    }

    @Test
    void anEditMailsOnlyWhomItAdds() {
        Comment comment = discuss.begin(id, OVERVIEW, "@ben?", ADA);
        discuss.edit(id, comment.id(), "Nobody", ADA);
        discuss.edit(id, comment.id(), "@ben, @hana?", ADA);
        discuss.edit(id, comment.id(), "@hana, @ben?", ADA);

        assertThat(mails())
                .extracting(mail -> mail.to().email())
                .containsExactly("ben@demo.example", "hana@demo.example");
    }

    @Test
    void anAnswerMailsAgainAndNeitherAResolutionNorADeletionMails() {
        Comment comment = discuss.begin(id, OVERVIEW, "@ben?", ADA);
        Comment answer = discuss.answer(id, comment.id(), "@ben, and now?", ADA);
        discuss.resolve(id, comment.id(), ADA);
        discuss.reopen(id, comment.id());
        discuss.delete(id, answer.id(), ADA);

        assertThat(mails())
                .extracting(mail -> mail.to().email())
                .containsExactly("ben@demo.example", "ben@demo.example");
    }

    @Test
    void aRefusedCommentMailsNobody() {
        assertThatThrownBy(() -> discuss.begin(id, OVERVIEW, "@ben" + "a ".repeat(2_000), ADA))
                .isInstanceOf(Refused.class);

        assertThat(mails()).isEmpty();
    }

    private List<String> in(String text) {
        return mentions.in(text).stream().map(person -> person.id().value()).collect(Collectors.toList());
    }

    private List<Mail> mails() {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals("mentioned"))
                .toList();
    }

    private MailText.Rendered rendered(Mail mail) {
        return texts.render(mail.template(), mail.model());
    }
}

package org.postmortemflow.comment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.document.SectionName.OVERVIEW;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.comment.Comment;
import org.postmortemflow.comment.Comments;
import org.postmortemflow.comment.Discuss;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Comments as a person without JavaScript uses them. */
@ProcessTest
class CommentPagesTest {

    private static final PersonId ADA = new PersonId("ada");

    @Autowired
    MockMvc browser;

    @Autowired
    Walk walk;

    @Autowired
    Discuss discuss;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    private PostmortemId id;
    private String page;

    @BeforeEach
    void aPostmortem() {
        walk.reset();
        id = walk.incident(SEV_1);
        page = "/postmortems/" + id + "/sections/overview/comments";
    }

    @Test
    void aCommentIsWrittenAndShownUnderItsSectionOnly() throws Exception {
        String shown = sends("ben", page, "text", "Which pool?")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        Comment comment = comments.of(id).get(0);
        assertThat(shown).isEqualTo(page + "#comment-" + comment.id());
        assertThat(comment.section()).isEqualTo(OVERVIEW);
        reads("ada", page)
                .andExpect(content().string(containsString("Which pool?")))
                .andExpect(content().string(containsString("Ben Fischer")))
                .andExpect(content().string(not(containsString("Edit or delete"))));
        reads("ada", "/postmortems/" + id + "/sections/resolution/comments")
                .andExpect(content().string(not(containsString("Which pool?"))))
                .andExpect(content().string(containsString("Overview (1)")));
    }

    @Test
    void thePostmortemsPageCountsWhatIsOpen() throws Exception {
        discuss.begin(id, OVERVIEW, "Which pool?", ADA);
        discuss.begin(id, null, "Well written", ADA);

        reads("ben", "/postmortems/" + id)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Open comments (2)")))
                .andExpect(content().string(containsString("Overview (1)")))
                .andExpect(content().string(containsString("The document as a whole (1)")));
    }

    @Test
    void aThreadIsAnsweredResolvedAndOpenedAgain() throws Exception {
        String thread = "/postmortems/" + id + "/comments/"
                + discuss.begin(id, OVERVIEW, "Which pool?", ADA).id();

        sends("ben", thread + "/answers", "text", "The old one").andExpect(status().is3xxRedirection());
        sends("ben", thread + "/resolve").andExpect(status().is3xxRedirection());
        reads("ada", page)
                .andExpect(content().string(containsString("The old one")))
                .andExpect(content().string(containsString("Resolved (1)")))
                .andExpect(content().string(containsString("Resolved by Ben Fischer")));
        sends("ada", thread + "/reopen").andExpect(status().is3xxRedirection());

        assertThat(comments.threads(id))
                .singleElement()
                .matches(one -> one.isOpen() && one.answers().size() == 1);
    }

    @Test
    void aRefusedTextStaysInTheFormThatItWasTypedInto() throws Exception {
        Comment comment = discuss.begin(id, OVERVIEW, "Which pool?", ADA);
        String tooLong = "kept-" + "a".repeat(4_000);

        sends("ben", page, "text", tooLong, "mention", "kavya")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"new-problem\"")))
                .andExpect(content().string(containsString("href=\"#new\"")))
                .andExpect(content().string(containsString(tooLong)))
                .andExpect(content().string(containsString("value=\"kavya\" selected=\"selected\"")));
        sends("ben", "/postmortems/" + id + "/comments/" + comment.id() + "/answers", "text", tooLong)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"answer-" + comment.id() + "-problem\"")))
                .andExpect(content().string(containsString(tooLong)));
        sends("ada", "/postmortems/" + id + "/comments/" + comment.id(), "text", tooLong)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"edit-" + comment.id() + "-problem\"")))
                .andExpect(content().string(containsString(tooLong)));

        assertThat(comments.of(id)).extracting(Comment::text).containsExactly("Which pool?");
    }

    @Test
    void somebodyChosenFromTheListIsMentionedAndMailedOnce() throws Exception {
        sends("ada", page, "text", "Which pool?", "mention", "ben").andExpect(status().is3xxRedirection());

        assertThat(comments.of(id)).extracting(Comment::text).containsExactly("Which pool?\n\n@ben");
        assertThat(mailed()).containsExactly("ben@demo.example");
        reads("kavya", page).andExpect(content().string(containsString("For Ben Fischer")));
    }

    @Test
    void aCommentIsMarkdownAndAHostileOneIsText() throws Exception {
        discuss.begin(id, OVERVIEW, "Which **pool**?", ADA);
        discuss.begin(id, OVERVIEW, "<script>alert('x')</script><img src=x onerror=alert(1)>", ADA);
        discuss.begin(id, OVERVIEW, "[x](javascript:alert(1)) ![y](https://evil.example/y.png)", ADA);

        reads("ada", page)
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("<img src=x"))))
                .andExpect(content().string(not(containsString("<img src=\"https://evil"))))
                .andExpect(content().string(not(containsString("href=\"javascript:"))))
                .andExpect(content().string(containsString("Which <strong>pool</strong>?")));
    }

    @Test
    void anotherPersonsCommentIsNeitherEditedNorDeleted() throws Exception {
        String comment = "/postmortems/" + id + "/comments/"
                + discuss.begin(id, OVERVIEW, "Which pool?", ADA).id();

        sends("ben", comment, "text", "Mine now").andExpect(status().isUnprocessableEntity());
        sends("ben", comment + "/delete").andExpect(status().isConflict());
        assertThat(comments.of(id)).extracting(Comment::text).containsExactly("Which pool?");

        sends("admin", comment + "/delete").andExpect(status().is3xxRedirection());
        reads("ben", page).andExpect(content().string(containsString("Deleted by Demo Administrator")));
    }

    @Test
    void theAddressInTheMailLeadsToTheComment() throws Exception {
        Comment comment = discuss.begin(id, OVERVIEW, "Which pool?", ADA);

        reads("ben", "/postmortems/" + id + "/comments/" + comment.id())
                .andExpect(redirectedUrl(page + "#comment-" + comment.id()));
        reads("ben", "/postmortems/" + id + "/comments/" + UUID.randomUUID()).andExpect(status().isNotFound());
        reads("ben", "/postmortems/" + PostmortemId.random() + "/comments/" + comment.id())
                .andExpect(status().isNotFound());
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        reads("ben", "/postmortems/" + id + "/sections/nothing/comments").andExpect(status().isNotFound());
        reads("ben", "/postmortems/" + PostmortemId.random() + "/comments").andExpect(status().isNotFound());
        sends("ben", "/postmortems/" + PostmortemId.random() + "/comments", "text", "Hello")
                .andExpect(status().isNotFound());
    }

    @Test
    void aStrangerIsAskedToSignIn() throws Exception {
        browser.perform(get(page)).andExpect(status().is3xxRedirection());
        browser.perform(post(page).param("text", "Hello").with(csrf())).andExpect(status().is3xxRedirection());

        assertThat(comments.of(id)).isEmpty();
    }

    private java.util.List<String> mailed() {
        return jdbc.sql("select recipient_email from outbox_message where postmortem_id = ? and template = 'mentioned'")
                .param(id.value())
                .query(String.class)
                .list();
    }

    private ResultActions reads(String person, String address) throws Exception {
        return browser.perform(get(address).with(user(person)));
    }

    private ResultActions sends(String person, String address, String... typed) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(user(person)).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return browser.perform(request);
    }
}

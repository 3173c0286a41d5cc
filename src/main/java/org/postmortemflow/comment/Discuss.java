package org.postmortemflow.comment;

import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.comment.Comment.Done;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everyone in the organisation may comment, answer, resolve and open again, also on a Closed postmortem. Only the author edits a
 * comment; the author or an administrator deletes it. A refused text is named {@code text}.
 */
@Component
public class Discuss {

    private static final int MOST_MENTIONS = 20;
    private static final Set<Status> READ_ONLY = Set.of(Status.WAIVED, Status.CANCELLED);

    private final Comments comments;
    private final Mentions mentions;
    private final TellMentioned tellMentioned;
    private final Postmortems postmortems;
    private final Organisation organisation;
    private final History history;
    private final AuditLog audit;
    private final Clock clock;

    Discuss(
            Comments comments,
            Mentions mentions,
            TellMentioned tellMentioned,
            Postmortems postmortems,
            Organisation organisation,
            History history,
            AuditLog audit,
            Clock clock) {
        this.comments = comments;
        this.mentions = mentions;
        this.tellMentioned = tellMentioned;
        this.postmortems = postmortems;
        this.organisation = organisation;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the postmortem still takes comments: one that was waived or cancelled does not. */
    public boolean isPossible(PostmortemId id) {
        return !READ_ONLY.contains(postmortems.get(id).status());
    }

    /** @param section null for the document as a whole. @throws Refused when the text cannot be taken */
    @Transactional
    public Comment begin(PostmortemId id, @Nullable SectionName section, String text, PersonId by) {
        return add(id, section, null, text, by);
    }

    /** An answer to an answer belongs to the same thread. @throws Refused when the text cannot be taken */
    @Transactional
    public Comment answer(PostmortemId id, UUID comment, String text, PersonId by) {
        Comment answered = get(id, comment);
        return add(id, answered.section(), answered.thread(), text, by);
    }

    /** Whoever was mentioned before is not told again. @throws Refused unless the author does it */
    @Transactional
    public Comment edit(PostmortemId id, UUID comment, String text, PersonId by) {
        requirePossible(id);
        Comment before = get(id, comment);
        if (!mayEdit(before, by)) {
            throw new Refused("Only its author can edit a comment that stands.");
        }
        String wanted = checked(text);
        if (!wanted.equals(before.text())) {
            comments.changeText(comment, wanted);
            tellMentioned.tell(get(id, comment));
        }
        return before;
    }

    /** One that is resolved already stays as it is. */
    @Transactional
    public Comment resolve(PostmortemId id, UUID comment, PersonId by) {
        requirePossible(id);
        Comment first = get(id, get(id, comment).thread());
        if (first.resolved() == null) {
            comments.setResolved(first.id(), new Done(by, clock.instant()));
        }
        return first;
    }

    @Transactional
    public Comment reopen(PostmortemId id, UUID comment) {
        requirePossible(id);
        Comment first = get(id, get(id, comment).thread());
        comments.setResolved(first.id(), null);
        return first;
    }

    /** The text is gone for good; that there was a comment, and who deleted it, stays. @throws Refused unless {@link #mayDelete} */
    @Transactional
    public Comment delete(PostmortemId id, UUID comment, PersonId by) {
        requirePossible(id);
        Comment before = get(id, comment);
        if (!mayDelete(before, by)) {
            throw new Refused("Only its author or an administrator can delete a comment that stands.");
        }
        comments.erase(comment, new Done(by, clock.instant()));
        SectionName section = before.section();
        audit.record(AuditKind.DELETED, by, "a comment on postmortem " + id);
        history.note(id, "Deleted a comment on " + (section == null ? "the document" : section.label()) + ".", by);
        return before;
    }

    /** @throws NoSuchElementException when this postmortem has no such comment */
    public Comment get(PostmortemId id, UUID comment) {
        return comments.find(comment)
                .filter(found -> found.postmortem().equals(id))
                .orElseThrow(() -> new NoSuchElementException("No comment " + comment));
    }

    public boolean mayEdit(Comment comment, PersonId person) {
        return comment.deleted() == null && comment.author().equals(person);
    }

    public boolean mayDelete(Comment comment, PersonId person) {
        return comment.deleted() == null && (comment.author().equals(person) || organisation.isAdministrator(person));
    }

    private Comment add(
            PostmortemId id, @Nullable SectionName section, @Nullable UUID answers, String text, PersonId by) {
        requirePossible(id);
        Comment comment = new Comment(
                UUID.randomUUID(), id, section, answers, by, clock.instant(), checked(text), null, null, null);
        comments.add(comment);
        tellMentioned.tell(comment);
        return comment;
    }

    private String checked(String typed) {
        String text = typed.replace("\r\n", "\n").replace("\0", "").strip();
        Problems problems = new Problems()
                .when(text.isEmpty(), "text", "Please write something first.")
                .when(
                        text.length() > Comments.MAX_TEXT,
                        "text",
                        "Please use at most 4,000 characters; these are %,d.".formatted(text.length()));
        problems.refuseIfAny();
        problems.when(
                        mentions.in(text).size() > MOST_MENTIONS,
                        "text",
                        "Please mention at most " + MOST_MENTIONS + " persons in one comment.")
                .refuseIfAny();
        return text;
    }

    private void requirePossible(PostmortemId id) {
        if (!isPossible(id)) {
            throw new Refused("This postmortem has ended without being written; it takes no comments any more.");
        }
    }
}

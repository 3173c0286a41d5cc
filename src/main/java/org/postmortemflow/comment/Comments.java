package org.postmortemflow.comment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/** What was said beside the documents. Nothing is ever taken out: a deleted comment loses its text and says who deleted it. */
public interface Comments {

    /** The longest comment, in characters. */
    int MAX_TEXT = 4_000;

    /** Of all sections, deleted ones included, in the order in which they were written. */
    List<Comment> of(PostmortemId id);

    Optional<Comment> find(UUID comment);

    void add(Comment comment);

    void changeText(UUID comment, String text);

    /** @param resolved null to open the thread again */
    void setResolved(UUID thread, Comment.@Nullable Done resolved);

    void erase(UUID comment, Comment.Done deleted);

    /** @see CommentThread */
    default List<CommentThread> threads(PostmortemId id) {
        return CommentThread.of(of(id));
    }
}

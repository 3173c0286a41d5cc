package org.postmortemflow.comment;

import java.util.List;
import java.util.stream.Stream;

/** A comment with its answers, in the order in which they were written. */
public record CommentThread(Comment first, List<Comment> answers) {

    /** Whether it still waits for somebody. Where everything was deleted, nothing waits. */
    public boolean isOpen() {
        return first.resolved() == null
                && Stream.concat(Stream.of(first), answers.stream()).anyMatch(comment -> comment.deleted() == null);
    }

    /** The threads of these comments, in the order in which they were begun. */
    static List<CommentThread> of(List<Comment> comments) {
        return comments.stream()
                .filter(comment -> comment.answers() == null)
                .map(first -> new CommentThread(
                        first,
                        comments.stream()
                                .filter(comment -> first.id().equals(comment.answers()))
                                .toList()))
                .toList();
    }
}

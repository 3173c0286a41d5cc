package org.postmortemflow.comment;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Counts the threads that wait for somebody; pages ask it by its name, {@code @openComments}. */
@Component
public class OpenComments {

    /** The key of the document as a whole. */
    public static final String WHOLE = "";

    private final Comments comments;

    OpenComments(Comments comments) {
        this.comments = comments;
    }

    /** By the section's key; {@link #WHOLE} for those on the document as a whole. Sections without open ones are not in it. */
    public Map<String, Integer> of(PostmortemId id) {
        Map<String, Integer> open = new HashMap<>();
        comments.threads(id).stream()
                .filter(CommentThread::isOpen)
                .forEach(thread -> open.merge(key(thread.first().section()), 1, Integer::sum));
        return open;
    }

    private static String key(@Nullable SectionName section) {
        return section == null ? WHOLE : section.key();
    }
}

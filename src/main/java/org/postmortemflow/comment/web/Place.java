package org.postmortemflow.comment.web;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.comment.Comment;
import org.postmortemflow.comment.OpenComments;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.PostmortemId;

/**
 * What a page of comments is about.
 *
 * @param section null for the document as a whole
 */
record Place(PostmortemId postmortem, @Nullable SectionName section) {

    static Place of(Comment comment) {
        return new Place(comment.postmortem(), comment.section());
    }

    /** @throws NoSuchElementException when no section has this key */
    static Place ofKey(PostmortemId id, String key) {
        return Arrays.stream(SectionName.values())
                .filter(section -> section.key().equals(key))
                .map(section -> new Place(id, section))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No section is called " + key));
    }

    /** The document as a whole, then each section as it is read. */
    static List<Place> all(PostmortemId id) {
        return Stream.concat(
                        Stream.of(new Place(id, null)),
                        Arrays.stream(SectionName.values()).map(section -> new Place(id, section)))
                .toList();
    }

    /** As {@link OpenComments} counts it. */
    public String key() {
        return section == null ? OpenComments.WHOLE : section.key();
    }

    public String label() {
        return section == null ? "The document as a whole" : section.label();
    }

    /** The path of its page. */
    public String address() {
        String page = "/postmortems/" + postmortem;
        return (section == null ? page : page + "/sections/" + section.key()) + "/comments";
    }
}

package org.postmortemflow.archive.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postmortemflow.archive.export.ExportedPostmortem.Image;
import org.postmortemflow.attachment.Attachment;
import org.postmortemflow.attachment.Attachments;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Reads the attached images that the sections show, as far as one file should hold them. */
@Component
class ExportImages {

    private static final long LARGEST = 5L << 20;
    private static final long ALL_TOGETHER = 20L << 20;

    private final Attachments attachments;

    ExportImages(Attachments attachments) {
        this.attachments = attachments;
    }

    /** By their address; those that are too large are left out. */
    Map<String, Image> shownIn(PostmortemId id, Collection<String> texts) {
        Map<String, Image> images = new LinkedHashMap<>();
        long left = ALL_TOGETHER;
        for (Attachment one : attachments.of(id)) {
            boolean shown = texts.stream().anyMatch(text -> text.contains(one.address()));
            if (shown && one.isImage() && one.size() <= Math.min(LARGEST, left)) {
                try (InputStream content = attachments.content(one)) {
                    images.put(one.address(), new Image(one.mediaType(), content.readAllBytes()));
                    left -= one.size();
                } catch (IOException deletedMeanwhile) {
                    images.remove(one.address());
                }
            }
        }
        return images;
    }
}

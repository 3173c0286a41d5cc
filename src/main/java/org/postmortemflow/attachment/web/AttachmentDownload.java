package org.postmortemflow.attachment.web;

import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.postmortemflow.attachment.Attachment;
import org.postmortemflow.attachment.Attachments;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The files themselves, served so that a hostile one can do nothing: only images are shown, as the type that their content has; all
 * else is saved. The browser asks each time whether it may still see the file, and is told when it has it already.
 */
@Controller
class AttachmentDownload {

    private final Attachments attachments;

    AttachmentDownload(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping(AttachmentPage.ADDRESS + "/{attachment}")
    ResponseEntity<InputStreamResource> file(@PathVariable PostmortemId id, @PathVariable UUID attachment) {
        Attachment found = attachments
                .find(attachment)
                .filter(one -> one.postmortem().equals(id))
                .orElseThrow(() -> new NoSuchElementException("No attachment " + attachment));
        ContentDisposition.Builder disposition =
                found.type().isImage() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type().mediaType()))
                .contentLength(found.size())
                .eTag(found.sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(found.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new InputStreamResource(() -> attachments.content(found)));
    }
}

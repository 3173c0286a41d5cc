package org.postmortemflow.timeline.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.ReaderTimes;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelinePicture;
import org.postmortemflow.timeline.TimelinePicture.Size;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The picture by itself, in the reader's zone. */
@Controller
class PictureFile {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    /** Its own style and nothing else: no script, no other file, no frame. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private final TimelinePicture picture;
    private final Postmortems postmortems;
    private final ReaderTimes times;

    PictureFile(TimelinePicture picture, Postmortems postmortems, ReaderTimes times) {
        this.picture = picture;
        this.postmortems = postmortems;
        this.times = times;
    }

    /** Not found while there is nothing to draw. */
    @GetMapping("/postmortems/{id}/timeline.svg")
    ResponseEntity<byte[]> show(
            @PathVariable PostmortemId id, @RequestParam(defaultValue = "wide") String size, Principal principal) {
        Size wanted = size.equals("narrow") ? Size.NARROW : Size.WIDE;
        return picture.svg(postmortems.get(id).id(), times.of(new PersonId(principal.getName())), wanted)
                .map(svg -> ResponseEntity.ok()
                        .contentType(SVG)
                        .header("Content-Security-Policy", POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Disposition", "inline; filename=\"timeline.svg\"")
                        .body(svg.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}

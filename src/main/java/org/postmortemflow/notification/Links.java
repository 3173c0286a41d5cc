package org.postmortemflow.notification;

import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Absolute addresses of our pages, for what leaves the house. */
@Component
public class Links {

    private final String publicUrl;

    Links(@Value("${postmortem.public-url}") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Where everybody's work begins. */
    public String home() {
        return publicUrl + "/";
    }

    /** The postmortem's page. */
    public String postmortem(PostmortemId id) {
        return publicUrl + "/postmortems/" + id;
    }

    /** Another page of ours, by its path from the root: {@code /settings/mail}. */
    public String page(String path) {
        return publicUrl + path;
    }

    /** The form of one step on our own page. */
    public String step(PostmortemId id, Step step) {
        return postmortem(id) + "/steps/" + step.key();
    }
}

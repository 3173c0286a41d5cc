package org.postmortemflow.lifecycle;

import java.util.Map;
import org.postmortemflow.shared.PersonId;

/**
 * What one room shows on a postmortem's page; the parts stand in the order that Spring's {@code @Order} gives them: the
 * document 100, its timeline 200, its follow-ups 300; what is said of it and kept with it 500; who reads it 600.
 */
public interface PostmortemPart {

    /** A template with a fragment {@code part}, for example {@code timeline/part}; it reads the model as {@code part}. */
    String template();

    /** Empty when there is nothing to show: then the part is left out. */
    Map<String, Object> model(Postmortem postmortem, PersonId viewer);

    /**
     * The part's headings for the page's table of contents, in order: the id of the element to label.
     *
     * @param model what {@link #model} gave
     */
    default Map<String, String> headings(Map<String, Object> model) {
        return Map.of();
    }
}

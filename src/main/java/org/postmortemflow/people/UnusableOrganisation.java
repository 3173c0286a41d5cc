package org.postmortemflow.people;

import java.util.List;
import org.springframework.core.io.Resource;

/** Stops the start: the organisation file cannot be read or is wrong. */
final class UnusableOrganisation extends RuntimeException {

    UnusableOrganisation(Resource location, List<String> problems) {
        super("The organisation file (%s) cannot be used:%n  - %s"
                .formatted(location.getDescription(), String.join("%n  - ".formatted(), problems)));
    }
}

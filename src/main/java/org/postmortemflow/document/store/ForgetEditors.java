package org.postmortemflow.document.store;

import java.util.List;
import org.postmortemflow.people.KeptForATime;
import org.springframework.stereotype.Component;

/** Who had a section open. */
@Component
class ForgetEditors implements KeptForATime {

    @Override
    public Kind kind() {
        return Kind.NOTICES;
    }

    @Override
    public List<String> deletes() {
        return List.of("delete from document_editor where seen_at < ?");
    }
}

package org.postmortemflow.digest.store;

import java.util.List;
import org.postmortemflow.people.KeptForATime;
import org.springframework.stereotype.Component;

/** No letter is written for a time so long ago. */
@Component
class ForgetSentDigests implements KeptForATime {

    @Override
    public Kind kind() {
        return Kind.NOTICES;
    }

    @Override
    public List<String> deletes() {
        return List.of("delete from digest_sent where at < ?");
    }
}

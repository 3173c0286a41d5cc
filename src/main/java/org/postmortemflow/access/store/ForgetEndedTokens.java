package org.postmortemflow.access.store;

import java.util.List;
import org.postmortemflow.people.KeptForATime;
import org.springframework.stereotype.Component;

/** Until then their person sees when they were used last. */
@Component
class ForgetEndedTokens implements KeptForATime {

    @Override
    public Kind kind() {
        return Kind.TOKENS;
    }

    @Override
    public List<String> deletes() {
        return List.of("delete from access_token where coalesce(revoked_at, expires_at) < ?");
    }
}

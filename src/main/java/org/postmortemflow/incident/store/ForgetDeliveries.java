package org.postmortemflow.incident.store;

import java.util.List;
import org.postmortemflow.people.KeptForATime;
import org.springframework.stereotype.Component;

/** A webhook is not repeated after that long. */
@Component
class ForgetDeliveries implements KeptForATime {

    @Override
    public Kind kind() {
        return Kind.DELIVERIES;
    }

    @Override
    public List<String> deletes() {
        return List.of("delete from incident_delivery where received_at < ?");
    }
}

package org.postmortemflow.meeting;

import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.Scene;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** An incident of Checkout API: ada commanded, ben wrote down, jonas spoke to customers, kavya stabilised it and owns it. */
final class MeetingScene {

    private MeetingScene() {}

    static PostmortemId owned(Scene scene, Severity severity) {
        PostmortemId id = scene.postmortem(
                severity,
                responder(INCIDENT_COMMANDER, "ada"),
                responder(SCRIBE, "ben"),
                responder(CUSTOMER_LIAISON, "jonas"),
                responder(STABILISED_SERVICE, "kavya"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        return id;
    }

    static PostmortemId scheduled(Scene scene, Severity severity) {
        PostmortemId id = owned(scene, severity);
        scene.does(id, Step.SCHEDULE_MEETING, "kavya", Map.of());
        return id;
    }

    static List<String> labels(Map<String, ?> form, String field) {
        return ((List<?>) form.get(field))
                .stream().map(row -> ((Map<?, ?>) row).get("label").toString()).toList();
    }

    static Map<String, Object> with(Map<String, Object> answers, String field, Object value) {
        Map<String, Object> more = new HashMap<>(answers);
        more.put(field, value);
        return more;
    }
}

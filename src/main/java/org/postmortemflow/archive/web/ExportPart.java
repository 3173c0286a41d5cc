package org.postmortemflow.archive.web;

import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the postmortem's page: the ways to take it along. */
@Component
@Order(650)
class ExportPart implements PostmortemPart {

    @Override
    public String template() {
        return "archive/take";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        return Map.of("id", postmortem.id());
    }
}

package org.postmortemflow.archive.web;

import java.util.Map;
import org.postmortemflow.archive.ImportRecords;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on a postmortem's page that it was imported, and leads to the report. */
@Component
@Order(50)
class ImportedPart implements PostmortemPart {

    private final ImportRecords records;

    ImportedPart(ImportRecords records) {
        this.records = records;
    }

    @Override
    public String template() {
        return "archive/part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        return postmortem.importedAt() == null
                ? Map.of()
                : records.report(postmortem.id())
                        .<Map<String, Object>>map(report -> Map.of("report", report))
                        .orElse(Map.of());
    }
}

package org.postmortemflow.document;

import java.util.EnumMap;
import java.util.Map;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

@Component
class StoredDocuments implements Documents {

    private final SectionVersions versions;
    private final WriteSection writeSection;

    StoredDocuments(SectionVersions versions, WriteSection writeSection) {
        this.versions = versions;
        this.writeSection = writeSection;
    }

    @Override
    public Document of(PostmortemId id) {
        Map<SectionName, String> sections = new EnumMap<>(SectionName.class);
        versions.current(id).forEach((name, version) -> sections.put(name, version.text()));
        return new Document(sections);
    }

    @Override
    public void write(PostmortemId id, Map<SectionName, String> sections, PersonId by) {
        writeSection.write(id, sections, by);
    }
}

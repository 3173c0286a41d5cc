package org.postmortemflow.document.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.Editors;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.document.SectionVersion;
import org.postmortemflow.document.SectionVersions;
import org.postmortemflow.document.Suggestions;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The written sections on a postmortem's page. */
@Component
@Order(100)
class DocumentPart implements PostmortemPart {

    private final SectionVersions versions;
    private final Suggestions suggestions;
    private final Editors editors;
    private final Permissions permissions;
    private final Names names;

    DocumentPart(
            SectionVersions versions, Suggestions suggestions, Editors editors, Permissions permissions, Names names) {
        this.versions = versions;
        this.suggestions = suggestions;
        this.editors = editors;
        this.permissions = permissions;
        this.names = names;
    }

    /**
     * A section as it is shown.
     *
     * @param version null when nothing was written yet
     * @param suggestion what is known already, not saved by anybody; empty when nothing is
     * @param editing who else writes there now, in words; empty for nobody
     */
    record Shown(SectionName name, @Nullable SectionVersion version, String suggestion, String editing) {

        public String text() {
            return version == null ? suggestion : version.text();
        }

        public boolean written() {
            return version != null && !version.text().isBlank();
        }
    }

    @Override
    public String template() {
        return "document/part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        PostmortemId id = postmortem.id();
        boolean mayWrite = permissions.mayWrite(postmortem, viewer);
        Map<SectionName, SectionVersion> written = versions.current(id);
        Map<SectionName, String> suggested = mayWrite ? suggestions.of(id) : Map.of();
        Map<SectionName, List<PersonId>> editing = editors.othersThan(viewer, id);
        List<Shown> sections = Arrays.stream(SectionName.values())
                .map(name -> new Shown(
                        name,
                        written.get(name),
                        suggested.getOrDefault(name, ""),
                        BeingEdited.words(editing.getOrDefault(name, List.of()).stream()
                                .map(names::of)
                                .toList())))
                .filter(section -> mayWrite || section.written())
                .toList();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", id);
        model.put("sections", sections);
        model.put("mayWrite", mayWrite);
        return model;
    }

    /** The impact is one heading: its figures and texts stand below it. */
    @Override
    public Map<String, String> headings(Map<String, Object> model) {
        Map<String, String> headings = new LinkedHashMap<>();
        for (Object one : (List<?>) model.getOrDefault("sections", List.of())) {
            SectionName name = ((Shown) one).name();
            headings.put(name.isImpact() ? "impact" : name.key(), name.isImpact() ? "Impact" : name.label());
        }
        return headings;
    }
}

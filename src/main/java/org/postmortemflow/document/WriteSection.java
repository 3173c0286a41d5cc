package org.postmortemflow.document;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.compare.TextMerge;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody writes a section: each save is a version, and no save hides another (R15). */
@Component
public class WriteSection {

    private final SectionVersions versions;
    private final Postmortems postmortems;
    private final Permissions permissions;
    private final History history;
    private final Names names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WriteSection(
            SectionVersions versions,
            Postmortems postmortems,
            Permissions permissions,
            History history,
            Names names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.postmortems = postmortems;
        this.permissions = permissions;
        this.history = history;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Saves one section.
     *
     * @param basedOn number of the version that the writer started from; 0 when there was none
     * @return what to merge when somebody else saved in between; empty when all is well
     * @throws Refused when the text cannot be taken, or the postmortem is not to be written any more
     */
    @Transactional
    public Optional<Overtaken> save(PostmortemId id, SectionName section, int basedOn, String typed, PersonId by) {
        Postmortem postmortem = writable(id, by);
        String text = SectionText.tidy(typed);
        SectionText.check(section, text, new Problems()).refuseIfAny();
        versions.lock(id);
        SectionVersion now = versions.current(id).get(section);
        if (text(now).equals(text)) {
            return Optional.empty();
        }
        if (now != null && now.number() != basedOn) {
            return Optional.of(overtaken(id, basedOn, now, text));
        }
        add(postmortem, Map.of(section, text), by);
        return Optional.empty();
    }

    /** Makes an old version the newest again; those between stay in the history. */
    @Transactional
    public void restore(PostmortemId id, SectionName section, int number, PersonId by) {
        Postmortem postmortem = writable(id, by);
        versions.lock(id);
        SectionVersion old = versions.one(id, section, number).orElseThrow();
        add(postmortem, Map.of(section, old.text()), by);
    }

    /** Writes on top of what counts now, whatever that is; sections that say the same stay as they are. */
    @Transactional
    void write(PostmortemId id, Map<SectionName, String> sections, PersonId by) {
        Map<SectionName, String> tidy = new EnumMap<>(SectionName.class);
        sections.forEach((name, text) -> tidy.put(name, SectionText.tidy(text)));
        versions.lock(id);
        add(postmortems.get(id), tidy, by);
    }

    private void add(Postmortem postmortem, Map<SectionName, String> sections, PersonId by) {
        Map<SectionName, SectionVersion> current = versions.current(postmortem.id());
        // a postmortem that comes in closed, as imported ones do, is written for the first time then
        boolean correction = postmortem.status() == Status.CLOSED && !current.isEmpty();
        boolean changed = false;
        for (Map.Entry<SectionName, String> entry : sections.entrySet()) {
            SectionName section = entry.getKey();
            SectionVersion now = current.get(section);
            if (!text(now).equals(entry.getValue())) {
                int number = now == null ? 1 : now.number() + 1;
                versions.add(
                        postmortem.id(),
                        new SectionVersion(section, number, entry.getValue(), by, clock.instant(), correction));
                changed = true;
                if (correction) {
                    history.note(postmortem.id(), History.Kind.EDIT, "Corrected after closing: " + section.label(), by);
                }
            }
        }
        if (changed) {
            events.publishEvent(new Changed(postmortem.id()));
        }
    }

    private Overtaken overtaken(PostmortemId id, int basedOn, SectionVersion theirs, String mine) {
        String base = versions.one(id, theirs.section(), basedOn)
                .map(SectionVersion::text)
                .orElse("");
        TextMerge merge = TextMerge.of(base, theirs.text(), mine, names.of(theirs.author()));
        return new Overtaken(theirs, mine, merge.text(), merge.clean());
    }

    private Postmortem writable(PostmortemId id, PersonId by) {
        Postmortem postmortem = postmortems.get(id);
        permissions.requireWrite(postmortem, by);
        return postmortem;
    }

    private static String text(@Nullable SectionVersion version) {
        return version == null ? "" : version.text();
    }
}

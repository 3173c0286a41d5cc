package org.postmortemflow.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.springframework.stereotype.Component;

/** What the forms of steps show of sections, and what becomes of a section when such a form comes back. */
@Component
class SectionSources {

    private final SectionVersions versions;
    private final Suggestions suggestions;
    private final WriteSection writeSection;
    private final Names names;
    private final OrganisationTime time;

    SectionSources(
            SectionVersions versions,
            Suggestions suggestions,
            WriteSection writeSection,
            Names names,
            OrganisationTime time) {
        this.versions = versions;
        this.suggestions = suggestions;
        this.writeSection = writeSection;
        this.names = names;
        this.time = time;
    }

    Sources of(PostmortemId id) {
        return new Sources(id, versions.current(id), suggestions.of(id), Map.of());
    }

    /** The same for a form that comes back; nobody else writes until the caller's transaction ends. */
    Sources locked(PostmortemId id, String writtenFrom) {
        versions.lock(id);
        return new Sources(id, versions.current(id), suggestions.of(id), numbers(writtenFrom));
    }

    void write(PostmortemId id, Map<SectionName, String> sections, PersonId by) {
        writeSection.write(id, sections, by);
    }

    /** For example {@code overview=3 whatHappened=0}; what cannot be read is left out. */
    private static Map<String, Integer> numbers(String writtenFrom) {
        Map<String, Integer> numbers = new HashMap<>();
        Arrays.stream(writtenFrom.split(" "))
                .map(pair -> pair.split("="))
                .filter(pair -> pair.length == 2 && pair[1].matches("\\d{1,9}"))
                .forEach(pair -> numbers.put(pair[0], Integer.valueOf(pair[1])));
        return numbers;
    }

    /** A section in one version; number 0 is the state before the first. */
    record Source(int number, String text, String suggestion) {

        /** More than a form's field takes: cut, it would come back cut. */
        boolean tooLong() {
            return text.length() > StepAnswers.MAX_TEXT;
        }

        /** What a form's field shows. */
        String shown() {
            if (number == 0) {
                return suggestion.length() > StepAnswers.MAX_TEXT ? "" : suggestion;
            }
            return tooLong() ? "" : text;
        }
    }

    /** The sections of one postmortem as they are, and as a form showed them. */
    final class Sources {

        private final PostmortemId id;
        private final Map<SectionName, SectionVersion> current;
        private final Map<SectionName, String> suggested;
        private final Map<String, Integer> from;

        private Sources(
                PostmortemId id,
                Map<SectionName, SectionVersion> current,
                Map<SectionName, String> suggested,
                Map<String, Integer> from) {
            this.id = id;
            this.current = current;
            this.suggested = suggested;
            this.from = from;
        }

        Source now(SectionName section) {
            return source(section, current.get(section));
        }

        /** The text that the section is to have; notes a problem when that is for the writer to say. */
        String outcome(SectionName section, String typed, Problems problems) {
            Source now = now(section);
            Source base = base(section, now);
            if (typed.equals(base.shown())) {
                return now.number() == 0 ? typed : now.text();
            }
            if (typed.equals(now.text())) {
                return typed;
            }
            SectionVersion theirs = current.get(section);
            problems.when(
                            theirs != null && base.number() != now.number(),
                            section.key(),
                            theirs == null
                                    ? ""
                                    : "%s saved another text here on %s, after this form was opened. Your text is kept in this form: please put both together on the section's page."
                                            .formatted(names.of(theirs.author()), time.show(theirs.at())))
                    .when(
                            base.tooLong(),
                            section.key(),
                            "This section is longer than the form holds: please leave it empty here, and change it on the section's page.");
            return typed;
        }

        private Source base(SectionName section, Source now) {
            int number = from.getOrDefault(section.key(), now.number());
            if (number == now.number()) {
                return now;
            }
            return source(section, versions.one(id, section, number).orElse(null));
        }

        private Source source(SectionName section, @Nullable SectionVersion version) {
            return version == null
                    ? new Source(0, "", suggested.getOrDefault(section, ""))
                    : new Source(version.number(), version.text(), "");
        }
    }
}

package org.postmortemflow.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.postmortemflow.dashboard.FactRecords.Kept;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/**
 * Writes down what is so now, and nothing when that is what is kept: the same for a single change and for all of them again.
 * A row is locked before the record is read, so that of two who change the same postmortem the later one sees both changes.
 */
@Component
class FactWriter {

    /** To be raised when a fact is computed differently. */
    private static final int WAY = 3;

    private final FactRecords records;
    private final Organisation organisation;

    FactWriter(FactRecords records, Organisation organisation) {
        this.records = records;
        this.organisation = organisation;
    }

    /** Within the caller's transaction. */
    void write(Collection<PostmortemId> ids) {
        Map<PostmortemId, Kept> kept = records.lock(ids);
        for (PostmortemFact fact : records.compute(ids)) {
            Kept before = kept.get(fact.id());
            if (before == null) {
                records.add(fact, version());
            } else if (!before.version().equals(version()) || !before.fact().equals(fact)) {
                records.change(before, fact, version());
            }
        }
    }

    /** Of the way in which facts are computed: which team runs which service is a part of it. */
    String version() {
        StringBuilder teams = new StringBuilder();
        organisation
                .services()
                .forEach(service -> teams.append(service.id())
                        .append('\t')
                        .append(service.name())
                        .append('\t')
                        .append(service.teamId())
                        .append('\n'));
        return WAY + ":" + UUID.nameUUIDFromBytes(teams.toString().getBytes(StandardCharsets.UTF_8));
    }
}

package org.postmortemflow.archive.reader;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time zone as a document names it.
 *
 * @param zone what times are read in: an offset when the name is that of summer or winter time only
 * @param region where the name is used; null for offsets
 * @param otherwise what else the name may mean; null when it is plain
 */
record ToldZone(
        String name,
        ZoneId zone,
        @Nullable ZoneId region,
        @Nullable String otherwise) {

    static ToldZone of(ZoneId zone) {
        return new ToldZone(zone.getId(), zone, null, null);
    }

    /** Whether the name is that of winter time on a summer's day, or the other way round. */
    boolean isOutOfSeason(LocalDateTime local) {
        return zone instanceof ZoneOffset offset
                && region != null
                && !region.getRules().getValidOffsets(local).contains(offset);
    }
}

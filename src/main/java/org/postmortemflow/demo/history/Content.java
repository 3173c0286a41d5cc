package org.postmortemflow.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineKind;

/**
 * What a made-up postmortem says.
 *
 * @param timeline in order
 * @param message null when customers noticed nothing
 */
record Content(
        Map<SectionName, String> sections,
        List<Row> timeline,
        List<Planned> followUps,
        @Nullable Message message) {

    /** A row of the timeline; {@code severity} and {@code noticed} as there. */
    record Row(
            UUID id,
            Instant at,
            String event,
            TimelineKind kind,
            String source,
            @Nullable Severity severity,
            @Nullable Boolean noticed) {}

    /**
     * A follow-up and what becomes of it. Instants are UTC.
     *
     * @param decision what the meeting says of it; with the reason when it is declined or changed
     * @param due the end of the last day (R22)
     * @param begun null for one that is declined
     * @param done null for one that is never done
     */
    record Planned(
            UUID id,
            Plot.Action action,
            String team,
            PersonId assignee,
            String priority,
            FollowUp.Decision decision,
            String reason,
            Instant due,
            @Nullable Instant begun,
            @Nullable Instant done) {}

    /** The external message's three parts (R23). */
    record Message(String summary, String whatHappened, String whatWeDo) {}

    /** What the writing steps leave behind. */
    static Map<SectionName, String> sections(Occurrence what, List<Planned> followUps, Chance chance) {
        Plot plot = what.plot();
        long minutes = Duration.between(what.started(), what.mitigated()).toMinutes();
        int customers =
                what.customersAffected() ? 40 + chance.below(what.severity() == Severity.SEV_1 ? 9000 : 1500) : 0;
        Map<SectionName, String> sections = new EnumMap<>(SectionName.class);
        sections.put(
                SectionName.OVERVIEW,
                "%s for %d minutes. %s".formatted(what.title(), minutes, sentence(plot.happened())));
        sections.put(SectionName.WHAT_HAPPENED, plot.happened());
        sections.put(
                SectionName.CONTRIBUTING_FACTORS,
                plot.factors().stream().map(factor -> "- " + factor).collect(Collectors.joining("\n")));
        sections.put(SectionName.RESOLUTION, plot.resolution());
        sections.put(SectionName.VISIBLE_MINUTES, String.valueOf(what.customersAffected() ? minutes : 0));
        sections.put(SectionName.CUSTOMERS_AFFECTED, String.valueOf(customers));
        sections.put(SectionName.FUNCTIONALITY, plot.functionality());
        sections.put(SectionName.WENT_WELL, plot.well());
        sections.put(SectionName.WENT_NOT_SO_WELL, plot.notSoWell());
        sections.put(
                SectionName.INTERNAL_EMAIL,
                "%s lasted %d minutes. We know what contributed to it, and %d follow-ups are on their way."
                        .formatted(what.title(), minutes, followUps.size()));
        return sections;
    }

    static List<Row> timeline(Occurrence what, Chance chance) {
        List<Row> rows = new ArrayList<>();
        String graph = "https://graphs.demo.example/" + what.key() + "/";
        boolean noticed = what.customersAffected();
        rows.add(new Row(
                chance.id(),
                what.started(),
                began(what.plot()),
                TimelineKind.CAUSE_BEGAN,
                graph + "1",
                null,
                noticed ? true : null));
        boolean paged = what.plot().seen() == Plot.SeenBy.MONITORING;
        if (!paged) {
            rows.add(row(what.detected(), seen(what.plot()), TimelineKind.DETECTED, graph + "2", chance));
        }
        rows.add(new Row(
                chance.id(),
                what.detected().plusSeconds(paged ? 0 : 180),
                paged ? "Monitoring pages the on-call" : "The on-call is paged and begins the incident call",
                TimelineKind.PAGE,
                "https://chat.demo.example/incidents/" + what.key(),
                what.severity(),
                null));
        if (noticed) {
            Instant told = what.detected().plusSeconds(60L * (6 + chance.below(9)));
            rows.add(row(
                    told,
                    "The status page says that we look into it",
                    TimelineKind.STATUS_PAGE_UPDATED,
                    "https://status.demo.example/" + what.key(),
                    chance));
        }
        rows.add(row(
                chance.onTheWay(what.detected(), what.mitigated(), 0.4, 0.8),
                "The call decides what to try first",
                TimelineKind.DECISION,
                "https://chat.demo.example/incidents/" + what.key(),
                chance));
        rows.add(new Row(
                chance.id(),
                what.mitigated(),
                sentence(what.plot().resolution()),
                TimelineKind.MITIGATED,
                graph + "3",
                null,
                noticed ? false : null));
        rows.add(row(
                what.resolved(),
                "All graphs are as before; the call ends",
                TimelineKind.RESOLVED,
                graph + "4",
                chance));
        rows.sort((one, other) -> one.at().compareTo(other.at()));
        return rows;
    }

    static @Nullable Message message(Occurrence what, List<Planned> followUps) {
        String told = what.plot().customers();
        if (!what.customersAffected() || told == null) {
            return null;
        }
        long minutes = Duration.between(what.started(), what.mitigated()).toMinutes();
        return new Message(
                "For %d minutes our service did not work as it should. %s"
                        .formatted(minutes, what.plot().functionality()),
                told + " We are sorry for the trouble this caused.",
                "We have looked at what contributed to it and have begun %d improvements, so that we notice it sooner and it is less likely to come back."
                        .formatted(Math.max(1, followUps.size())));
    }

    private static Row row(Instant at, String event, TimelineKind kind, String source, Chance chance) {
        return new Row(chance.id(), at, event, kind, source, null, null);
    }

    private static String began(Plot plot) {
        return "It begins: " + sentence(plot.functionality());
    }

    private static String seen(Plot plot) {
        return plot.seen() == Plot.SeenBy.CUSTOMERS
                ? "Customers tell Support"
                : "A colleague notices it and asks in the channel";
    }

    private static String sentence(String text) {
        return text.substring(0, text.indexOf('.') + 1);
    }
}

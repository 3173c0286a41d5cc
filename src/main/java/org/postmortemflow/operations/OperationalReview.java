package org.postmortemflow.operations;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.operations.domain.Case;
import org.postmortemflow.operations.domain.Period;
import org.postmortemflow.operations.domain.Recurrence;
import org.postmortemflow.operations.domain.Tally;
import org.postmortemflow.shared.Distribution;

/**
 * Trends across incidents (R29), as one reader may see them: private ones are counted, and nothing that only they say is named.
 *
 * @param counted incidents of these months, {@code hidden} of which the reader may not read
 * @param detect from the start of the incident, as the other two lengths
 * @param noticed by whom incidents were noticed: words and how many, the most frequent first
 * @param factors as follow-ups name them
 * @param classes of those factors; words and in how many incidents
 * @param withoutFactor incidents of which no follow-up names a factor
 * @param unnamed how many services, factors and recurrences only private postmortems know
 */
public record OperationalReview(
        YearMonth from,
        YearMonth to,
        Period period,
        int counted,
        int hidden,
        List<Column> columns,
        Lengths detect,
        Lengths mitigate,
        Lengths resolve,
        Map<String, Integer> noticed,
        List<Tally> services,
        List<Tally> factors,
        Map<String, Integer> classes,
        int withoutFactor,
        List<Recurrence> recurrences,
        int unnamed,
        List<KindRow> kinds) {

    /** One month or quarter. */
    public record Column(
            String name,
            int incidents,
            int noticedByPeople,
            Distribution detect,
            Distribution mitigate,
            Distribution resolve) {}

    /** @param longest those that the reader may read, the longest first */
    public record Lengths(String name, Distribution spread, List<Length> longest) {}

    /** How long it took in one incident. */
    public record Length(Case one, Duration length) {}

    /** Follow-ups of one kind. */
    public record KindRow(Kind kind, int done, int open, int declined) {}

    /** The three lengths, in the order of an incident. */
    public List<Lengths> lengths() {
        return List.of(detect, mitigate, resolve);
    }
}

package org.postmortemflow.dashboard;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.postmortemflow.shared.PostmortemId;

/** What the figures of promises are counted from; of postmortems made here, private ones included. */
public interface PromiseRecords {

    /** Some of the reasons that people gave for missed deadlines of these, the newest first. */
    List<Word> reasons(Collection<PostmortemId> of, int most);

    /** How often each rung was told, the lowest first. */
    Map<Integer, Integer> escalations(FactFilter filter);

    /** Some of the declined follow-ups of these, the newest first. */
    List<Word> declined(Collection<PostmortemId> of, int most);

    /**
     * How many follow-ups were opened, and how many ended, from each instant to the next; whatever the postmortem's month.
     *
     * @param borders n + 1 instants for n periods
     */
    Changes followUps(FactFilter filter, List<Instant> borders);

    /** @param excused among {@code all} */
    record Missed(int all, int excused) {

        Missed plus(Missed other) {
            return new Missed(all + other.all, excused + other.excused);
        }
    }

    /**
     * What somebody wrote, and about what.
     *
     * @param about for people, for example {@code Meeting held}
     */
    record Word(PostmortemId postmortem, String title, String about, String reason) {}

    /** @param openBefore how many were open at the first border */
    record Changes(int openBefore, List<Integer> opened, List<Integer> ended) {}
}

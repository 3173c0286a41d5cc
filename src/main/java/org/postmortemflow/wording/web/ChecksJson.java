package org.postmortemflow.wording.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.wording.CheckedWording;
import org.postmortemflow.wording.CheckedWording.Dismissed;
import org.postmortemflow.wording.CheckedWording.Hint;
import org.postmortemflow.wording.Dismissals.Dismissal;
import org.postmortemflow.wording.ReviewBlockers.Blocker;
import org.postmortemflow.wording.domain.Finding;

/** @param spellingReady false while spelling and grammar are still being checked: ask again a little later */
record ChecksJson(
        List<FindingJson> findings, List<FindingJson> dismissed, List<BlockerJson> blockers, boolean spellingReady) {

    /**
     * One finding.
     *
     * @param requirement for example {@code R19}
     * @param from the first character of the place, counted in the text of {@code place}; {@code to} is exclusive
     * @param dismissal null unless somebody put it aside
     */
    record FindingJson(
            String rule,
            String requirement,
            String name,
            String place,
            int from,
            int to,
            String sentence,
            String why,
            String better,
            String fingerprint,
            @Nullable DismissalJson dismissal) {}

    /** Who put it aside, and why. */
    record DismissalJson(String by, Instant at, String reason) {}

    /** What is missing, and where it can be mended. */
    record BlockerJson(String block, String text, String link) {}

    static ChecksJson of(CheckedWording checked, List<Blocker> blockers) {
        return new ChecksJson(
                checked.open().stream().map(hint -> json(hint, null)).toList(),
                checked.dismissed().stream().map(ChecksJson::json).toList(),
                blockers.stream().map(ChecksJson::json).toList(),
                checked.spellingReady());
    }

    private static FindingJson json(Dismissed dismissed) {
        Dismissal by = dismissed.by();
        return json(dismissed.hint(), new DismissalJson(by.by().value(), by.at(), by.reason()));
    }

    private static FindingJson json(Hint hint, @Nullable DismissalJson dismissal) {
        Finding finding = hint.finding();
        return new FindingJson(
                finding.rule().key(),
                finding.rule().number(),
                finding.rule().label(),
                finding.passage().key(),
                finding.place().from(),
                finding.place().to(),
                finding.text(),
                finding.rule().why(),
                finding.better(),
                hint.fingerprint(),
                dismissal);
    }

    private static BlockerJson json(Blocker blocker) {
        String block = blocker.block().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new BlockerJson(block, blocker.text(), blocker.link());
    }
}

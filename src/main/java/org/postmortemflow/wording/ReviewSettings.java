package org.postmortemflow.wording;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.review.*}: what keeps a postmortem from being In Review. Hints on wording never do.
 *
 * @param blocks what to look at; {@code none} for nothing
 * @param unsourcedPercent timeline items without a source that are still fine, in percent of those shown, 0 to 100
 */
@ConfigurationProperties("postmortem.review")
public record ReviewSettings(
        @DefaultValue({"empty-sections", "unsourced-timeline", "follow-up-without-team"})
        Set<Block> blocks,

        @DefaultValue("50") int unsourcedPercent) {

    /** What can block. */
    public enum Block {
        EMPTY_SECTIONS,
        UNSOURCED_TIMELINE,
        FOLLOW_UP_WITHOUT_TEAM,
        NONE
    }

    /** @throws IllegalArgumentException for a share that is none: the start fails with it */
    public ReviewSettings {
        if (unsourcedPercent < 0 || unsourcedPercent > 100) {
            throw new IllegalArgumentException("postmortem.review.unsourced-percent is 0 to 100");
        }
    }
}

package org.postmortemflow.archive.export;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Names for files that every system takes. */
public final class FileNames {

    private static final int LONGEST = 60;

    private FileNames() {}

    /** {@code 2026-06-10-checkout-was-slow.md}: the day on which the incident began in the organisation's zone, and the title. */
    public static String of(ExportedPostmortem postmortem, String extension) {
        Instant day = Optional.ofNullable(postmortem.incident().startedAt()).orElse(postmortem.openedAt());
        String title = slug(postmortem.title());
        return day.atZone(postmortem.zone()).toLocalDate() + "-" + (title.isEmpty() ? "postmortem" : title) + "."
                + extension;
    }

    /** Lower-case letters a to z and digits with single dashes between; empty when nothing is left. */
    static String slug(String text) {
        String plain = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceFirst("^-", "");
        String cut =
                plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceFirst("-[a-z0-9]{0,20}$", "") : plain;
        return cut.replaceFirst("-$", "");
    }
}

package org.postmortemflow.wording;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.wording.Dismissals.Dismissal;
import org.postmortemflow.wording.domain.Finding;

/**
 * What the checks say of a postmortem at this moment.
 *
 * @param open findings that nobody put aside, in the order of the document
 * @param dismissed findings that somebody put aside and whose sentence is still there
 * @param spellingReady false while spelling and grammar are still being checked
 */
public record CheckedWording(List<Hint> open, List<Dismissed> dismissed, boolean spellingReady) {

    /** A finding, with the fingerprint that a dismissal is kept by. */
    public record Hint(PostmortemId postmortem, Finding finding, String fingerprint) {}

    /** A finding that was put aside, with who did it and why. */
    public record Dismissed(Hint hint, Dismissal by) {}

    /** The open ones whose place begins with this, for example {@code follow-up/} or {@code section/overview}. */
    public List<Hint> at(String place) {
        return open.stream()
                .filter(hint -> hint.finding().passage().key().startsWith(place))
                .toList();
    }

    static CheckedWording of(
            PostmortemId id, List<Finding> findings, List<Dismissal> dismissals, boolean spellingReady) {
        Map<String, Dismissal> byFingerprint = dismissals.stream()
                .collect(Collectors.toMap(Dismissal::fingerprint, dismissal -> dismissal, (one, other) -> one));
        List<Hint> hints = findings.stream()
                .map(finding -> new Hint(id, finding, fingerprint(finding)))
                .toList();
        return new CheckedWording(
                hints.stream()
                        .filter(hint -> !byFingerprint.containsKey(hint.fingerprint()))
                        .toList(),
                hints.stream()
                        .filter(hint -> byFingerprint.containsKey(hint.fingerprint()))
                        .map(hint -> new Dismissed(hint, byFingerprint.get(hint.fingerprint())))
                        .toList(),
                spellingReady);
    }

    /** The same for the same rule and the same words in a place of the same kind, wherever they stand in it. */
    private static String fingerprint(Finding finding) {
        String kind = finding.passage().key().replaceFirst("/.*", "");
        String words = finding.text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        String mark = finding.isMarked() ? finding.marked() : "";
        String all = String.join("\n", finding.rule().key(), kind, words, mark);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

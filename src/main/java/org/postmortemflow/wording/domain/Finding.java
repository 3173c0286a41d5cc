package org.postmortemflow.wording.domain;

/**
 * What a rule says of a place in a passage. It is a hint: it never stops anybody.
 *
 * @param sentence the sentence that the place stands in; the whole passage for rules about all of it
 * @param place the characters that it is about, counted in the passage
 * @param better how to word it instead
 */
public record Finding(Rule rule, Passage passage, Span sentence, Span place, String better) {

    private static final int LONGEST = 400;

    /** About a place in the sentence that it stands in. */
    public static Finding at(Rule rule, Passage passage, Span place, String better) {
        Span sentence = Sentences.around(passage.text(), place.from());
        boolean within = sentence.from() <= place.from() && place.to() <= sentence.to();
        return new Finding(
                rule, passage, within ? sentence : new Span(0, passage.text().length()), place, better);
    }

    /** About the whole passage. */
    static Finding ofAll(Rule rule, Passage passage, String better) {
        Span all = new Span(0, passage.text().length());
        return new Finding(rule, passage, all, all, better);
    }

    /** The sentence as it is written. */
    public String text() {
        return passage.text().substring(sentence.from(), sentence.to());
    }

    /** Whether there is a part of the sentence to mark. */
    public boolean isMarked() {
        return !place.equals(sentence) && place.to() > place.from();
    }

    /** What stands before the marked place in its sentence; of a long one the end. */
    public String before() {
        String before = passage.text().substring(sentence.from(), place.from());
        return before.length() <= LONGEST ? before : "…" + before.substring(before.length() - LONGEST);
    }

    /** The marked place. */
    public String marked() {
        return cut(passage.text().substring(place.from(), place.to()));
    }

    /** What stands behind the marked place in its sentence; of a long one the beginning. */
    public String after() {
        return cut(passage.text().substring(place.to(), sentence.to()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

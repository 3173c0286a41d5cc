package org.postmortemflow.meeting;

import java.util.Locale;
import java.util.regex.Pattern;

/** The addresses that invites go to: what stands behind {@code mailto:} without adding anything to it (RFC 6068 §2). */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern ONE = Pattern.compile(
            "[\\p{L}\\p{N}!$&'*+/=^_`{|}~-]+(\\.[\\p{L}\\p{N}!$&'*+/=^_`{|}~-]+)*@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*");

    private EmailAddress() {}

    /** At most 254 characters, without quotes, blanks, or a question mark. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && ONE.matcher(text).matches();
    }

    /** As addresses are compared: without {@code mailto:}, in lower case. */
    public static String key(String text) {
        String plain = text.strip();
        return plain.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "").strip();
    }
}

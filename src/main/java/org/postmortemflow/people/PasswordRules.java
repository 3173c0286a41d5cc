package org.postmortemflow.people;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a password must be like, and how it must be kept. Length is what counts; no kinds of letters are asked for. */
final class PasswordRules {

    private static final int SHORTEST = 12;

    /** bcrypt looks at no more. */
    private static final int LONGEST_OCTETS = 72;

    private static final int LOWEST_COST = 10;
    private static final Pattern BCRYPT = Pattern.compile("\\{bcrypt}\\$2[aby]\\$(?<cost>\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final Pattern PBKDF2 = Pattern.compile("\\{pbkdf2@SpringSecurity_v5_8}[0-9a-f]{64,}");

    /** What is tried first everywhere, also with a number or a mark behind it. */
    private static final Set<String> USUAL = Set.of(
            "password",
            "passwort",
            "changeme",
            "administrator",
            "admin",
            "letmein",
            "welcome",
            "qwertyuiop",
            "qwertzuiop",
            "postmortem",
            "postmortemflow",
            "secret",
            "topsecret",
            "iloveyou",
            "correcthorsebatterystaple");

    private PasswordRules() {}

    /** What is wrong with a new password, in a sentence; empty when nothing is. */
    static Optional<String> problemOf(String password) {
        String letters = password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        long different = password.chars().distinct().count();
        if (password.length() < SHORTEST) {
            return Optional.of("it needs at least " + SHORTEST + " characters; several words are easy to keep in mind");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_OCTETS) {
            return Optional.of("it is too long: bcrypt looks at 72 bytes only");
        }
        if (different < 5 || letters.isEmpty() && different < 10 || isUsual(letters)) {
            return Optional.of("it is among the first that anybody would try");
        }
        return Optional.empty();
    }

    /** Whether the encoding is one that takes long to try: bcrypt, or PBKDF2 as Spring Security makes it today. */
    static boolean isEncodedWell(String encoded) {
        return BCRYPT.matcher(encoded).matches() || PBKDF2.matcher(encoded).matches();
    }

    /** Whether trying is made cheaper than it should be. */
    static boolean isCheap(String encoded) {
        Matcher bcrypt = BCRYPT.matcher(encoded);
        return bcrypt.matches() && Integer.parseInt(bcrypt.group("cost")) < LOWEST_COST;
    }

    private static boolean isUsual(String letters) {
        return USUAL.contains(letters) || Stream.of(2, 3).anyMatch(times -> isRepeated(letters, times));
    }

    private static boolean isRepeated(String letters, int times) {
        String part = letters.substring(0, letters.length() / times);
        return USUAL.contains(part) && letters.equals(part.repeat(times));
    }
}

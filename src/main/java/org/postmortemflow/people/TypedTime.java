package org.postmortemflow.people;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as it was typed. */
final class TypedTime {

    /** Whatever is longer is no time, and looking for an offset in it could take minutes. */
    private static final int LONGEST = 64;

    private static final Pattern WITH_OFFSET = Pattern.compile("[^T]*T.*(Z|[+-]\\d{2}:?\\d{2})");

    private TypedTime() {}

    /** Without blanks around it; empty when it is too long for a time. */
    static String of(@Nullable String typed) {
        String plain = typed == null ? "" : typed.strip();
        return plain.length() > LONGEST ? "" : plain;
    }

    /** Whether it says its own offset. */
    static boolean hasOffset(String plain) {
        return WITH_OFFSET.matcher(plain).matches();
    }
}

package org.postmortemflow.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes other input from samples: bytes flipped, pieces cut, doubled, exchanged with another sample's, words put in. */
final class Mutations {

    private static final int LONGEST = 200_000;

    private static final List<String> WORDS = List.of(
            "\u0000",
            "\r",
            "\r\n",
            "\n\n",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            ":",
            ";",
            ",",
            "<",
            ">",
            "&",
            "-1",
            "0",
            "99999999999999999999",
            "1e999999",
            "NaN",
            "null",
            "true",
            "[[[[[[[[",
            "{\"a\":{\"a\":",
            "\u202e",
            "\ufeff",
            "99999-12-31T00:00:00Z",
            "2026-02-30",
            "00:60",
            "24:00",
            "+99:99",
            "TZID=\"x\"",
            "BEGIN:VEVENT",
            "END:VCALENDAR",
            "PK\u0003\u0004",
            "../",
            "%00",
            "&anchor *anchor",
            "!!java.net.URL",
            "<<: *x",
            "? ",
            "---",
            "|",
            "```",
            "# ",
            "> ",
            "- ");

    private final Random random;
    private final List<byte[]> samples;

    Mutations(List<byte[]> samples, long seed) {
        this.samples = List.copyOf(samples);
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] one = sample();
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            one = changed(one);
        }
        return one.length > LONGEST ? java.util.Arrays.copyOf(one, LONGEST) : one;
    }

    private byte[] changed(byte[] from) {
        int start = random.nextInt(from.length + 1);
        int end = start + random.nextInt(Math.min(from.length - start, 1 + random.nextInt(300)) + 1);
        return switch (random.nextInt(7)) {
            case 0 -> flipped(from);
            case 1 -> joined(from, start, new byte[0], end);
            case 2 -> joined(from, start, repeated(from, start, end), end);
            case 3 -> joined(from, start, piece(sample()), end);
            case 4 -> joined(from, start, piece(from), start);
            case 5 -> joined(from, start, new byte[0], from.length);
            default -> joined(from, start, word(), random.nextBoolean() ? start : end);
        };
    }

    private byte[] flipped(byte[] from) {
        byte[] other = from.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && other.length > 0; times--) {
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    private byte[] repeated(byte[] from, int start, int end) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int times = 2 + random.nextInt(40); times > 0; times--) {
            all.write(from, start, end - start);
        }
        return all.toByteArray();
    }

    private byte[] piece(byte[] from) {
        int start = random.nextInt(from.length + 1);
        return java.util.Arrays.copyOfRange(
                from, start, start + random.nextInt(Math.min(from.length - start, 400) + 1));
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sample() {
        return samples.get(random.nextInt(samples.size()));
    }

    private static byte[] joined(byte[] from, int start, byte[] between, int end) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(from, 0, start);
        all.writeBytes(between);
        all.write(from, end, from.length - end);
        return all.toByteArray();
    }
}

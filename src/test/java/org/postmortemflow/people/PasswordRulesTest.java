package org.postmortemflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class PasswordRulesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "demo", "short words", "Password1234", "adminadmin123!", "aaaaaaaaaaaaaa", "111122223333"})
    void whatAnybodyWouldTryFirstIsRefused(String password) throws IOException {
        assertThat(PasswordRules.problemOf(password)).isPresent();
        assertThat(encode(password)).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Please choose another password: ");
    }

    @Test
    void whatBcryptWouldNotLookAtIsRefused() {
        assertThat(PasswordRules.problemOf("ä".repeat(30) + "a harbour in the fog"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("72 bytes"));
    }

    @Test
    void theCommandSaysWhatBelongsIntoTheFile() throws IOException {
        assertThat(encode("seven grey herons at noon")).isZero();

        String encoded = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(encoded).startsWith("{bcrypt}$2a$12$");
        assertThat(PasswordRules.isEncodedWell(encoded)).isTrue();
        assertThat(PasswordRules.isCheap(encoded)).isFalse();
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder()
                        .matches("seven grey herons at noon", encoded))
                .isTrue();
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "{noop}demo",
                "{MD5}5f4dcc3b5aa765d61d8327deb882cf99",
                "{SHA-256}{abc}0123456789",
                "{bcrypt}demo",
                "{bcrypt}"
            })
    void encodingsThatAreQuickToTryAreRefused(String encoded) {
        assertThat(PasswordRules.isEncodedWell(encoded)).isFalse();
    }

    private int encode(String password) throws IOException {
        InputStream in = new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8));
        return PasswordCommand.run(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}

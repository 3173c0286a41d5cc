package org.postmortemflow.integration.pagerduty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final byte[] BODY = "{\"event\":{}}".getBytes(UTF_8);

    private final Signatures signatures = new Signatures(List.of("new", "old"));

    /** RFC 4231, test case 2. */
    @Test
    void aSignatureIsTheHexHmacOfTheRawBody() {
        assertThat(Signatures.sign("Jefe", "what do ya want for nothing?".getBytes(UTF_8)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void whileASecretIsReplacedBothAreAccepted() {
        assertThat(signatures.accept(BODY, List.of("v1=" + Signatures.sign("new", BODY))))
                .isTrue();
        assertThat(signatures.accept(BODY, List.of("v1=" + Signatures.sign("old", BODY))))
                .isTrue();
        assertThat(signatures.accept(
                        BODY, List.of("v1=" + Signatures.sign("other", BODY) + ", v1=" + Signatures.sign("old", BODY))))
                .isTrue();
    }

    @Test
    void nothingElseIsAccepted() {
        String valid = Signatures.sign("new", BODY);

        assertThat(signatures.accept(BODY, List.of())).isFalse();
        assertThat(signatures.accept(BODY, List.of(""))).isFalse();
        assertThat(signatures.accept(BODY, List.of(valid)))
                .as("without version")
                .isFalse();
        assertThat(signatures.accept(BODY, List.of("v0=" + valid))).isFalse();
        assertThat(signatures.accept(BODY, List.of("v1=" + Signatures.sign("other", BODY))))
                .isFalse();
        assertThat(signatures.accept("{\"event\":{} }".getBytes(UTF_8), List.of("v1=" + valid)))
                .as("another body")
                .isFalse();
    }

    @Test
    void withoutASecretEverythingIsTurnedAway() {
        assertThat(new Signatures(List.of()).accept(BODY, List.of("v1=" + Signatures.sign("new", BODY))))
                .isFalse();
    }
}

package org.postmortemflow.lifecycle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    private static final URI HERE = URI.create("https://postmortems.example/");

    @Test
    void tasklistIsReturnedTo() {
        assertThat(ReturnAddress.of("https://postmortems.example/camunda/app/tasklist/default/#/?task=1", HERE))
                .contains("/camunda/app/tasklist/default/#/?task=1");
        assertThat(ReturnAddress.of("/camunda/?a=b", HERE)).contains("/camunda/?a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://postmortems.example/",
                "https://postmortems.example:8443/",
                "https://postmortems.example@evil.example/",
                "//evil.example/",
                "https://postmortems.example//evil.example/",
                "/\\evil.example/",
                "javascript:alert(1)",
                "mailto:a@b",
                "%",
                " "
            })
    void nobodyIsLedElsewhere(String address) {
        assertThat(ReturnAddress.of(address, HERE)).isEmpty();
    }
}

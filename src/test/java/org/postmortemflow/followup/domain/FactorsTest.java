package org.postmortemflow.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorsTest {

    /** theirs | named here, with commas between | written here | whether it may matter */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''|''|true",
                "''|timeouts|Timeouts everywhere.|true",
                "timeouts|''|''|true",
                "Timeouts|time outs, timeouts|''|true",
                "timeouts|retries|''|false",
                "connection pool, retries|''|The Connection\tPool was small.|true",
                "pool|''|Carpooling was late.|false",
                "a(b|''|It said a(b there.|true",
                ",;,|retries|''|true"
            })
    void aFactorTellsSimilarIncidentsApart(String theirs, String named, String text, boolean may) {
        assertThat(new Factors(List.of(named), text).mayMatch(theirs)).isEqualTo(may);
    }
}

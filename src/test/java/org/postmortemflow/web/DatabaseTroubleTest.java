package org.postmortemflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.shared.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whose fault it is: then people know whether to change what they typed, or to wait. */
class DatabaseTroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "57P03", "58030", "25006", "90028", "90031", "90097", "90098", "90121"})
    void aDatabaseThatIsAwayFullOrOnlyReadableIsToBlame(String state) throws Exception {
        Exception failure = new IllegalStateException("engine", new SQLException("internal detail", state));

        var answer = new ApiProblems().other(failure);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(answer.getBody()).isNotNull();
        assertThat(answer.getBody().getDetail()).contains("nothing was changed").doesNotContain("internal detail");
    }

    @Test
    void aPoolWithoutConnectionsIsOneToo() throws Exception {
        Exception failure =
                new CannotCreateTransactionException("no", new SQLTransientConnectionException("timed out after 30 s"));
        MockHttpServletResponse response = new MockHttpServletResponse();

        var page = new PageProblems().other(failure, response);

        assertThat(page.getViewName()).isEqualTo("error/503");
        assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(DatabaseTrouble.is(new IllegalStateException("rollback", new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void whatTheRequestOrOurCodeGotWrongIsNot() throws Exception {
        Exception duplicate = new DataIntegrityViolationException("key", new SQLException("duplicate", "23505"));

        assertThat(DatabaseTrouble.is(duplicate)).isFalse();
        assertThat(DatabaseTrouble.is(new SQLException("no state"))).isFalse();
        assertThat(DatabaseTrouble.is(new Refused("title", "Please give a title.")))
                .isFalse();
        assertThat(new ApiProblems().other(duplicate).getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}

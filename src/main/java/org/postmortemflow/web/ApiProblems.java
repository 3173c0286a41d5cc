package org.postmortemflow.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Mistakes in REST and webhooks, as problem+json (RFC 9457) with one entry per field under {@code errors}. A refusal beside a
 * field is a 400; one of the request as a whole is a 409: as things stand, it cannot be done.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    /** One thing to mend. */
    record FieldError(String field, String message) {}

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        boolean asAWhole = refused.problems().keySet().equals(java.util.Set.of(""));
        return problem(
                asAWhole ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, refused.getMessage(), refused.problems());
    }

    @ExceptionHandler
    ProblemDetail missing(NoSuchElementException missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail meanwhile(OptimisticLockingFailureException meanwhile) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Somebody changed this at the same moment. Please try again.");
    }

    /** An id in the path that cannot be one names nothing; elsewhere it is a mistake beside a field. */
    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is nothing under this address.");
        }
        return problem(
                HttpStatus.BAD_REQUEST,
                "The request cannot be read.",
                Map.of(mismatch.getName(), "This value cannot be read."));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "The body cannot be read.",
                    Map.of(path(mapping), "This is not the kind of value that belongs here."));
        }
        return problem(
                HttpStatus.BAD_REQUEST, "The body cannot be read.", Map.of("body", "Please send a JSON object."));
    }

    /** Whatever else goes wrong is said in the same form, and without what only we need to know. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception failure) throws Exception {
        if (failure instanceof ErrorResponse known) {
            return ResponseEntity.status(known.getStatusCode())
                    .headers(known.getHeaders())
                    .body(known.getBody());
        }
        boolean nobodyListens = failure instanceof IOException;
        boolean othersAnswer = failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException
                || failure instanceof RequestRejectedException;
        if (nobodyListens || othersAnswer) {
            throw failure;
        }
        if (DatabaseTrouble.is(failure)) {
            LOG.error("The database cannot be used", failure);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, DatabaseTrouble.RETRY_AFTER_SECONDS)
                    .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, DatabaseTrouble.IN_WORDS));
        }
        LOG.error("A request to REST failed", failure);
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong on our side. The log has more about it."))
                .build();
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static ProblemDetail problem(HttpStatus status, String detail, Map<String, String> problems) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        List<FieldError> errors = problems.entrySet().stream()
                .map(entry -> new FieldError(entry.getKey(), entry.getValue()))
                .toList();
        problem.setProperty("errors", errors);
        return problem;
    }
}

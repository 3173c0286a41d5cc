package org.postmortemflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Mistakes in pages that no form can show: the error pages, with the right status. REST has its own, {@link ApiProblems}. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    @ExceptionHandler
    ModelAndView missing(NoSuchElementException missing) {
        return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
    }

    /** An id in the path that cannot be one names nothing. */
    @ExceptionHandler
    ModelAndView unreadable(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? new ModelAndView("error/404", HttpStatus.NOT_FOUND)
                : new ModelAndView("error/4xx", HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused) {
        return conflict(refused.getMessage());
    }

    @ExceptionHandler
    ModelAndView meanwhile(OptimisticLockingFailureException meanwhile) {
        return conflict("Somebody changed this at the same moment. Please go back and try again.");
    }

    /** The page has no frame around it: that would ask the database again. */
    @ExceptionHandler
    ModelAndView other(Exception failure, HttpServletResponse response) throws Exception {
        if (!DatabaseTrouble.is(failure)) {
            throw failure;
        }
        LOG.error("The database cannot be used", failure);
        response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseTrouble.RETRY_AFTER_SECONDS);
        return new ModelAndView("error/503", HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static ModelAndView conflict(String message) {
        ModelAndView page = new ModelAndView("error/409", HttpStatus.CONFLICT);
        page.addObject("why", message);
        return page;
    }
}

package org.postmortemflow.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs to know. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    /** The path of the page that is shown, so that the navigation can mark it. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}

package org.postmortemflow.audit.web;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Notes each file that leaves, whichever room made it: what a browser is told to store instead of to show. It is noted before the
 * first octet leaves; what cannot be noted does not leave. Of the address only the path: what somebody searched for is their own.
 */
@ControllerAdvice
class LeavingFiles implements ResponseBodyAdvice<Object> {

    private final AuditLog log;

    LeavingFiles(AuditLog log) {
        this.log = log;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        ContentDisposition disposition = response.getHeaders().getContentDisposition();
        if (disposition.isAttachment() && isOk(response)) {
            String path = request.getURI().getPath();
            String file = disposition.getFilename();
            log.record(
                    AuditKind.EXPORTED,
                    request.getPrincipal() == null
                            ? null
                            : new PersonId(request.getPrincipal().getName()),
                    file == null || path.endsWith("/" + file) ? path : path + " as " + file);
        }
        return body;
    }

    /** Not when it is "as you have it already" (304). */
    private static boolean isOk(ServerHttpResponse response) {
        return !(response instanceof ServletServerHttpResponse servlet)
                || servlet.getServletResponse().getStatus() == HttpStatus.OK.value();
    }
}

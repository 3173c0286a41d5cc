package org.postmortemflow.lifecycle.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where Tasklist wants to be returned to. Only addresses of this house count, so that nobody is led elsewhere. */
final class ReturnAddress {

    private ReturnAddress() {}

    /** @param host the request's own scheme, host and port. @return the path with query and fragment */
    static Optional<String> of(@Nullable String callbackUrl, URI host) {
        if (callbackUrl == null || callbackUrl.isBlank() || callbackUrl.contains("\\")) {
            return Optional.empty();
        }
        try {
            URI wanted = host.resolve(new URI(callbackUrl));
            boolean ours = host.getScheme().equals(wanted.getScheme())
                    && host.getAuthority().equals(wanted.getAuthority());
            String path = wanted.getRawPath();
            return ours && path != null && path.startsWith("/") && !path.startsWith("//")
                    ? Optional.of(path + after("?", wanted.getRawQuery()) + after("#", wanted.getRawFragment()))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String after(String mark, @Nullable String part) {
        return part == null ? "" : mark + part;
    }
}

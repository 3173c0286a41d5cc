package org.postmortemflow.integration.pagerduty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the {@code X-PagerDuty-Signature} of a message: {@code v1=} and the hex HMAC-SHA256 of the raw body, once for each
 * secret that PagerDuty knows, separated by commas.
 */
final class Signatures {

    private static final String VERSION = "v1=";

    private final List<String> secrets;

    Signatures(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Whether any of the signatures was made with any of our secrets. */
    boolean accept(byte[] body, List<String> headers) {
        List<byte[]> ours = secrets.stream()
                .map(secret -> (VERSION + sign(secret, body)).getBytes(StandardCharsets.US_ASCII))
                .toList();
        boolean valid = false;
        for (String header : headers) {
            for (String signature : Arrays.asList(header.split(","))) {
                byte[] theirs = signature.strip().getBytes(StandardCharsets.UTF_8);
                for (byte[] expected : ours) {
                    // no early end: how long it takes tells nothing
                    valid |= MessageDigest.isEqual(expected, theirs);
                }
            }
        }
        return valid;
    }

    /** Lower-case hex HMAC-SHA256. */
    static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

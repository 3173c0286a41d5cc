package org.postmortemflow.audit;

import java.util.Arrays;
import java.util.Optional;

/** What the audit log tells apart. */
public enum AuditKind {
    SIGNED_IN("signed-in", "Signed in"),
    SIGN_IN_FAILED("sign-in-failed", "Sign-in failed"),
    SLOWED_DOWN("slowed-down", "Slowed down"),
    SIGNED_OUT("signed-out", "Signed out"),
    TOKEN_MADE("token-made", "Token made"),
    TOKEN_REVOKED("token-revoked", "Token revoked"),
    PERMISSIONS_CHANGED("permissions-changed", "Permissions changed"),
    MODELS_DEPLOYED("models-deployed", "Models deployed"),
    EXPORTED("exported", "Exported"),
    DELETED("deleted", "Deleted"),
    ERASED("erased", "Person erased");

    private final String key;
    private final String label;

    AuditKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As it is stored and filtered by. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static Optional<AuditKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}

package org.postmortemflow.audit;

import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes down what concerns the record's safety, in the transaction of what it tells of: neither is there without the other. */
@Component
public class AuditLog {

    private static final int LONGEST = 500;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final AuditRecords records;
    private final Clock clock;

    AuditLog(AuditRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * The network address of the request at work, if there is one, is noted besides.
     *
     * @param by who did it; null for the machine itself
     * @param about one line that names things by their ids or names; never a secret, never what a document says. Cut after 500
     *     characters
     */
    @Transactional
    public void record(AuditKind kind, @Nullable PersonId by, String about) {
        String line = CONTROLS.matcher(about).replaceAll(" ").strip();
        records.add(clock.instant(), kind, by, address(), line.substring(0, Math.min(LONGEST, line.length())));
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}

package org.postmortemflow.integration.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.Channel.Outcome;
import org.postmortemflow.notification.Channel.Outcome.Kind;

/**
 * Tells what a failed attempt means. Where it is not certain that the message did not arrive, it is tried again under the same
 * Message-ID.
 */
final class SmtpFailures {

    private static final int PERMANENT = 500;

    private SmtpFailures() {}

    static Outcome outcome(Exception failure) {
        return new Outcome(kind(failure), detail(failure));
    }

    /** No connection came about: unless the server refuses our sign-in, it is not there, or has no time for anybody. */
    static Outcome unconnected(Exception failure) {
        Kind kind = kind(failure);
        return new Outcome(kind == Kind.PAUSE ? kind : Kind.UNREACHED, detail(failure));
    }

    /** What the server said about this one recipient stands in the chain, behind a general complaint. */
    private static String detail(Exception failure) {
        Exception telling = has(failure, SMTPAddressFailedException.class);
        Exception one = telling == null ? failure : telling;
        String said = one.getMessage() == null ? "" : one.getMessage();
        return "%s (%s)"
                .formatted(said.strip().replaceAll("\\s+", " "), one.getClass().getSimpleName());
    }

    private static Kind kind(Exception failure) {
        if (has(failure, AuthenticationFailedException.class) != null) {
            return Kind.PAUSE;
        }
        if (has(failure, AddressException.class) != null) {
            return Kind.FAILED;
        }
        SMTPAddressFailedException address = has(failure, SMTPAddressFailedException.class);
        if (address != null) {
            return address.getReturnCode() >= PERMANENT ? Kind.FAILED : Kind.RETRY;
        }
        SMTPSenderFailedException sender = has(failure, SMTPSenderFailedException.class);
        if (sender != null) {
            return sender.getReturnCode() >= PERMANENT ? Kind.FAILED : Kind.RETRY;
        }
        SMTPSendFailedException send = has(failure, SMTPSendFailedException.class);
        if (send != null) {
            return send.getReturnCode() >= PERMANENT ? Kind.FAILED : Kind.RETRY;
        }
        return Kind.RETRY;
    }

    /** Looks through causes and through jakarta.mail's chain of next exceptions. */
    private static <T extends Exception> @Nullable T has(@Nullable Throwable failure, Class<T> type) {
        if (failure == null) {
            return null;
        }
        if (type.isInstance(failure)) {
            return type.cast(failure);
        }
        if (failure instanceof SendFailedException chained && chained.getNextException() != null) {
            T next = has(chained.getNextException(), type);
            if (next != null) {
                return next;
            }
        }
        return failure.getCause() == failure ? null : has(failure.getCause(), type);
    }
}

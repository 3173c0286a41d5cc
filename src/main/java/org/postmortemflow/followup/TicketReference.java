package org.postmortemflow.followup;

/**
 * Where the tracker keeps a follow-up.
 *
 * @param key as people call it, for example {@code FU-12}
 * @param link an address (http or https), or a path under this house; empty when it has no page
 */
public record TicketReference(String key, String link) {

    /** @throws IllegalArgumentException when the link is no address that a page may lead to */
    public TicketReference {
        if (!link.isEmpty() && !link.matches("(?:https?://|/(?!/))\\S*")) {
            throw new IllegalArgumentException("No address for a ticket: " + link);
        }
    }
}

/** Replies to invites come in: handed in by REST, or read from the service mailbox (IMAP). */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.integration.replies;

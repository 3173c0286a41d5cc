/** Mail leaves through an SMTP server, or into a local mailbox where none is set. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.integration.mail;

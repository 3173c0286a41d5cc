/** The outbox's table. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.notification.store;

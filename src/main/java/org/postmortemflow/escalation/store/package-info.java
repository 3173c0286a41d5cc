/** What was escalated by hand. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.escalation.store;

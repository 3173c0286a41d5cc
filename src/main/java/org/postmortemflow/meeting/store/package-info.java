/** The meetings' tables. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.meeting.store;

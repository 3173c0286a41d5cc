/** The audit log in the database. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.audit.store;

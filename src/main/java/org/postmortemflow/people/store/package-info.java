/** Roles from outside the organisation file in the database. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.people.store;

/** Tokens in the database, as hashes. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.access.store;

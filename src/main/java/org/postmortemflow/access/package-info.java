/** Personal access tokens: programs act as a person, for a purpose and for a time. Neighbours: shared, people, audit. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.access;

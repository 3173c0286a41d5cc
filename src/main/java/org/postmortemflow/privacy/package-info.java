/** Makes persons who have left nameless, in every room. Neighbours: shared, people, audit. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.privacy;

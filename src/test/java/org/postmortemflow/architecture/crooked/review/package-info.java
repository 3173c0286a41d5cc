/** A capability that its neighbours do not name. Neighbours: shared. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.review;

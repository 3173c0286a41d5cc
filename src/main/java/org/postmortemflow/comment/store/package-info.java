/** The room's table. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.comment.store;

/** The table of deadlines. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.deadline.store;

/** The owners' table. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.ownership.store;

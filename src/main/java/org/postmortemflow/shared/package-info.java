/** Values that every room speaks of. They know nothing of any room. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.shared;

/** Values. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.shared;

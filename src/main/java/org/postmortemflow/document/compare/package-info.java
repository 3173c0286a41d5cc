/** Two texts compared, and three put together. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.document.compare;

/** The lifecycle's tables. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.lifecycle.store;

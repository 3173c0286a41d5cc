/** A house that breaks every rule once; only the tests of the rules look at it. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked;

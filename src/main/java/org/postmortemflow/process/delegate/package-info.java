/** A service task of the model, one use case. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.delegate;

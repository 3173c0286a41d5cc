/** Keeps the house in order: what may depend on what, what the models must say, how long a file may be. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture;

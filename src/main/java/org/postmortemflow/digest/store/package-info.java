/** The tables of what people chose and got. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.digest.store;

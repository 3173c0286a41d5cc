/** Breaks the rule of the doors; uses a capability as it should. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.process;

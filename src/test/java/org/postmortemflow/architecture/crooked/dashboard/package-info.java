/** Is known to a capability that must not know it. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.dashboard;

/** Breaks the rule of the doors. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.integration;

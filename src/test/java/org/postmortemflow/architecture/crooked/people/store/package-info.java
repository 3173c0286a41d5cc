/** The insides of a capability. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.people.store;

/** An incident enters, is told apart from its repeats, and is judged: does it need a postmortem? Neighbours: shared, people, lifecycle. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.incident;

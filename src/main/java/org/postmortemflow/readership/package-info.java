/** Who must read a postmortem and has read it (R25), and who alone may read a private one. Neighbours: shared, people, lifecycle, notification, audit. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.readership;

/** Mail: written down with what it announces, sent afterwards. Neighbours: shared, people, lifecycle. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.notification;

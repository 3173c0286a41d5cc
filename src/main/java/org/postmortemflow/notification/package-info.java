/** Mail: written down with what it announces, sent afterwards. Neighbours: shared, people. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.notification;

/** Draws a timeline: scale, axis, labels, and the SVG they make. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.timeline.picture;

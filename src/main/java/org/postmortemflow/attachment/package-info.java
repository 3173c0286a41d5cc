/** Images, graphs and files kept with a postmortem, and served without trusting them. Neighbours: shared, people, lifecycle, audit. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.attachment;

/** What sources such as a chat offer for the timeline: kept until a person uses it or throws it away. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.timeline.candidates;

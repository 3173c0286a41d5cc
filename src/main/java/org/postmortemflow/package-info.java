/** Postmortem Flow. Each package below is a room: a capability with its own meaning, or one of process, integration, dashboard and web. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow;

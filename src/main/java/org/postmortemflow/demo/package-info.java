/** The demo's clock, which can be moved forward to watch what happens in time. Neighbours: shared, people, lifecycle, sla, deadline. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.demo;

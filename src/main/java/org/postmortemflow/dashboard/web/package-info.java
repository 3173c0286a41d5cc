/** The pages of facts and figures, and the same as JSON. Neighbours: shared, people, lifecycle, readership, dashboard. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.dashboard.web;

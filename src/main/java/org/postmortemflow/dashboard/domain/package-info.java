/** The arithmetic of figures. Neighbours: shared. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.dashboard.domain;

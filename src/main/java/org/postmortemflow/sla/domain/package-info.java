/** Calendar arithmetic without clock, settings or libraries. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.sla.domain;

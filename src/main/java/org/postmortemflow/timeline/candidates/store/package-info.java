/** The tables of candidates. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.timeline.candidates.store;

/** The page on which candidates are chosen. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.timeline.candidates.web;

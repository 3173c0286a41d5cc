/** Escalating by hand: the page and REST. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.escalation.web;

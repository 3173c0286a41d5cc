/** The doors for incidents that people report: REST and a form. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.incident.web;

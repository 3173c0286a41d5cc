/** The follow-ups' pages and REST. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.followup.web;

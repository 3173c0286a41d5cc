/** The calendar as a page, and as feeds for calendar programs. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.calendar.web;

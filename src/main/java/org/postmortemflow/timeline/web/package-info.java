/** The timeline's page, its picture, and its part of the postmortem's page. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.timeline.web;

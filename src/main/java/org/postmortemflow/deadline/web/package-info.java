/** The deadlines on a postmortem's page, and the page on which one is excused. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.deadline.web;

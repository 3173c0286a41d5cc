/** The readers' part of a postmortem's page, their form and their REST, and the door of private ones. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.readership.web;

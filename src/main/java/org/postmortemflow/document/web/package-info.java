/** The pages on which a postmortem is written. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.document.web;

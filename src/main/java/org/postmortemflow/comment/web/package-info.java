/** The page of comments on a section, or on the document as a whole. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.comment.web;

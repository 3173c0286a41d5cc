/** The page of attachments, and the files themselves. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.attachment.web;

/** What a file is, judged by its content, and what it may be called. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.attachment.domain;

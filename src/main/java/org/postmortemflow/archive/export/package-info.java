/** One postmortem as a file: the same content as Markdown, HTML, PDF and JSON. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.archive.export;

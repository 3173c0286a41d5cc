/** Reads Markdown documents as teams have them; knows no database and no web. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.archive.reader;

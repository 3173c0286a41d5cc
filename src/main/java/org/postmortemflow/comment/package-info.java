/** What readers say beside the document: asked, answered, resolved. Neighbours: shared, people, lifecycle, document, notification, audit. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.comment;

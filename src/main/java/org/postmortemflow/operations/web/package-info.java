/** The operational review in the browser, as Markdown and as JSON. Neighbours: shared, people, dashboard, operations. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.operations.web;

/** What all pages and all of REST have in common: layout, problems. Neighbours: shared, access. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.web;

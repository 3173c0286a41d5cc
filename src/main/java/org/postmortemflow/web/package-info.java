/** What all pages and all of REST have in common: layout, problems, sign-in. Neighbours: shared, people, access. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.web;

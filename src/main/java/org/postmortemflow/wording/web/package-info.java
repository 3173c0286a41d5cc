/** The room's pages and REST. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.wording.web;

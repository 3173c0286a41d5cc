/** The import's page, report and REST. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.archive.web;

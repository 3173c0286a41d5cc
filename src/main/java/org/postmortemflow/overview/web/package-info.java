/** The overview as JSON. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.overview.web;

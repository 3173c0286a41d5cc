/** The page of a single step. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.lifecycle.web;

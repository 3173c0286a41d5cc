/** The page of what a person gets by mail, and the one behind the link that ends a digest. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.digest.web;

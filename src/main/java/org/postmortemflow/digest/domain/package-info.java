/** When a digest is due: arithmetic without clock and settings. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.digest.domain;

/** The rules of wording, each a small check of a passage: plain Java. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.wording.domain;

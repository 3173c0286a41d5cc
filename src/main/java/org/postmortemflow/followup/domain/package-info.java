/** What makes incidents alike. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.followup.domain;

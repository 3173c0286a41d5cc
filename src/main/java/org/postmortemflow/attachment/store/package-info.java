/** The room's tables. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.attachment.store;

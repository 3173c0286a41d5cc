/** Changes the columns that rooms have named. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.privacy.store;

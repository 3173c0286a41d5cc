/** Lists and saved views in tables. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.overview.store;

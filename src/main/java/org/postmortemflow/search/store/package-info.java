/** The index of words. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.search.store;

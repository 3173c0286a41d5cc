/** The room's tables; who may read is worked out in the database, so that lists stay fast. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.readership.store;

/** The incidents' tables. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.incident.store;

/** Reads the tables of meetings; keeps secret addresses and publications. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.calendar.store;

/** The tables of what people were reminded of. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.reminder.store;

/** Brings the organisation's persons, groups and what they may do into the engine, and the filters of Tasklist. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.identity;

/** What the engine tells us: a task was opened, done or dropped; a decision was made; a deadline was missed. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.listener;

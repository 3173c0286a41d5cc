/** The only room that knows the engine: it turns the models' steps into use cases and the use cases' wishes into engine calls. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process;

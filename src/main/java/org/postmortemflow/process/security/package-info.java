/** Who the engine's own web applications and REST answer, and what they refuse to everybody. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.security;

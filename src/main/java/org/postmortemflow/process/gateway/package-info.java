/** Implements the ports that the capabilities declare. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.gateway;

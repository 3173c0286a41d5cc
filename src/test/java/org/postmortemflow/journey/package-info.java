/** The whole way of a postmortem, from a signed webhook to Closed, against the packaged application. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.journey;

/** Carries running postmortems from older versions of the models to the newest. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.upgrade;

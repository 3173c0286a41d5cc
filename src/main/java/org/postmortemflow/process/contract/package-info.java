/** The names that the models and the code share; a test holds them against the models both ways. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.contract;

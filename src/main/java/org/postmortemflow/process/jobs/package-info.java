/** How the engine's jobs are run: beside other nodes, and so that one that ends the program does not do so for ever. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.jobs;

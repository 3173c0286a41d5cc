/** The engine tables and what is deployed. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.process.schema;

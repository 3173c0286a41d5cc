/** Experiments on the whole product: what it withstands, each with its pass mark. Run: ./mvnw -Plab verify */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.lab;

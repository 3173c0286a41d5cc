/** How fast the whole is, next to the bare engine on the same models. Run: ./mvnw -Pbench verify */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.bench;

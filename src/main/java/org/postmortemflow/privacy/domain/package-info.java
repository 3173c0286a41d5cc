/** Finding a person in texts. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.privacy.domain;

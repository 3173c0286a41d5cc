/** Where administrators make persons nameless. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.privacy.web;

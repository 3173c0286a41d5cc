/** Where persons make and revoke their tokens. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.access.web;

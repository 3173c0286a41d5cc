/** The audit log as a page and a file, for administrators; and what it notes by itself: each file that leaves. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.audit.web;

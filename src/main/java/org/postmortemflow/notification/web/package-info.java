/** The operator's page of the outbox, and what an owner sees of it on the postmortem's page. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.notification.web;

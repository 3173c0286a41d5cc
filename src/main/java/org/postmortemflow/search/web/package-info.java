/** The search page, its REST, and what is alike on a postmortem's page. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.search.web;

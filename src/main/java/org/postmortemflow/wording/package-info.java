/** Kind checks: what the rules say of a postmortem's words, and how to word it better. Neighbours: shared, people, incident, lifecycle, document, timeline, followup, announcement. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.wording;

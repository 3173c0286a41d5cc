package org.postmortemflow.timeline;

import java.util.List;

/**
 * What a source tells.
 *
 * @param writers people and programs who wrote something
 * @param remarks plain sentences for the person who brought the file: what was left out, what is still missing
 */
public record FoundEvents(List<FoundEvent> events, List<FoundWriter> writers, List<String> remarks) {}

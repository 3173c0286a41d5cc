package org.postmortemflow.timeline.candidates;

import org.postmortemflow.timeline.TodoCandidate;

/** A to-do with what tells it apart. @param key the same when it is read again */
public record Todo(String key, TodoCandidate candidate) {}

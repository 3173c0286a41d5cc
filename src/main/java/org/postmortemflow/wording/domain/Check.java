package org.postmortemflow.wording.domain;

import java.util.stream.Stream;

/** One family of rules. */
interface Check {

    Stream<Finding> of(Passage passage);
}

package org.postmortemflow.digest;

import java.util.List;
import org.postmortemflow.lifecycle.Postmortem;

/**
 * Where one postmortem stands, for a digest.
 *
 * @param late whether something is late now
 * @param lines plain sentences: late ones first, then whose turn it is, what was missed and what was excused
 */
record Standing(Postmortem postmortem, String owner, boolean late, List<String> lines) {}

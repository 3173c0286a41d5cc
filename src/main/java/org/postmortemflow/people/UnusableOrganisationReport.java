package org.postmortemflow.people;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the organisation file instead of a stack trace. */
final class UnusableOrganisationReport extends AbstractFailureAnalyzer<UnusableOrganisation> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableOrganisation cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Mend the file that the setting postmortem.organisation names.", cause);
    }
}

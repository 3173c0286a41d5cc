package org.postmortemflow.document;

import static org.postmortemflow.document.SectionName.*;

import java.util.List;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** How long, how many, how severely: exact numbers (R16). */
@Component
class DescribeImpact extends SectionForm {

    DescribeImpact(SectionSources sources) {
        super(
                sources,
                List.of(
                        VISIBLE_MINUTES,
                        MINUTES_SEV_1,
                        MINUTES_SEV_2,
                        CUSTOMERS_AFFECTED,
                        USERS_AFFECTED,
                        CUSTOMER_LIST,
                        SUPPORT_CONTACTS,
                        FUNCTIONALITY,
                        BUSINESS_METRIC));
    }

    @Override
    public Step step() {
        return Step.DESCRIBE_IMPACT;
    }

    @Override
    void check(SectionName section, String text, Problems problems) {
        problems.when(
                        section == VISIBLE_MINUTES && text.isEmpty(),
                        section.key(),
                        "Please say for how many minutes customers noticed it; 0 if they did not.")
                .when(
                        section == FUNCTIONALITY && text.isEmpty(),
                        section.key(),
                        "Please say what did not work, and how severely.");
    }
}

package org.postmortemflow.document;

import static org.postmortemflow.document.SectionName.*;

import java.util.List;
import java.util.Set;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** How long, how many, how severely: exact numbers (R16). */
@Component
class DescribeImpact extends SectionForm {

    private static final Set<SectionName> NUMBERS =
            Set.of(VISIBLE_MINUTES, MINUTES_SEV_1, MINUTES_SEV_2, CUSTOMERS_AFFECTED, USERS_AFFECTED);

    DescribeImpact(Documents documents) {
        super(
                documents,
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
                        NUMBERS.contains(section) && !text.matches("\\d{0,12}"),
                        section.key(),
                        "Please give a whole number, 0 or more, without separators.")
                .when(
                        section == VISIBLE_MINUTES && text.isEmpty(),
                        section.key(),
                        "Please say for how many minutes customers noticed it; 0 if they did not.")
                .when(
                        section == FUNCTIONALITY && text.isEmpty(),
                        section.key(),
                        "Please say what did not work, and how severely.");
    }
}

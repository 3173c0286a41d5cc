package org.postmortemflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule catches the violator that was planted for it in the crooked house, and leaves the upright class beside it alone. */
class DependencyRulesTest {

    private static final HouseRules RULES = new HouseRules("org.postmortemflow.architecture.crooked");

    private static final JavaClasses CROOKED = new ClassFileImporter().importPackages(RULES.base());

    @ParameterizedTest
    @MethodSource("planted")
    void aRuleCatchesItsViolator(String violator, ArchRule rule) {
        List<String> found = findings(rule);

        assertThat(found).anyMatch(finding -> culprit(finding).contains("." + violator));
        assertThat(found).noneMatch(finding -> culprit(finding).contains(".Upright"));
    }

    @Test
    void roomsThatGoRoundInCirclesAreCaught() {
        assertThat(findings(RULES.roomsAreFreeOfCycles())).anyMatch(cycle -> cycle.contains("CapabilityKnowsProcess"));
    }

    private static List<String> findings(ArchRule rule) {
        return rule.evaluate(CROOKED).getFailureReport().getDetails();
    }

    /** ArchUnit's findings name first, in angle brackets, the member or class that breaks the rule. */
    private static String culprit(String finding) {
        return finding.substring(finding.indexOf('<'), finding.indexOf('>'));
    }

    static Stream<Arguments> planted() {
        Path doorSigns = Path.of("src/test/java/org/postmortemflow/architecture/crooked");
        return Stream.of(
                Arguments.of("DomainKnowsSpring", RULES.domainIsPlainJava()),
                Arguments.of("DomainKnowsAnotherRoom", RULES.domainIsPlainJava()),
                Arguments.of("CapabilityKnowsProcess", RULES.capabilitiesDoNotKnowTheirUsers()),
                Arguments.of("CapabilityKnowsVendor", RULES.capabilitiesDoNotKnowTheirUsers()),
                Arguments.of("CapabilityKnowsDashboard", RULES.capabilitiesDoNotKnowTheirUsers()),
                Arguments.of("ProcessKnowsInsides", RULES.onlyRootsAreImported()),
                Arguments.of("VendorKnowsInsides", RULES.onlyRootsAreImported()),
                Arguments.of("FrontDoorKnowsInsides", RULES.onlyRootsAreImported()),
                Arguments.of("CapabilityKnowsInsides", RULES.capabilitiesEnterEachOtherByTheirRoots()),
                Arguments.of("CapabilityKnowsEngine", RULES.onlyTheProcessKnowsTheEngine()),
                Arguments.of("PublicStore", RULES.storesAndPagesAreHidden()),
                Arguments.of("PublicPage", RULES.storesAndPagesAreHidden()),
                Arguments.of("CapabilityKnowsFrontDoor", RULES.nobodyImportsTheFrontDoor()),
                Arguments.of("CallsNow", RULES.timeComesFromTheClock()),
                Arguments.of("PassesNowAsReference", RULES.timeComesFromTheClock()),
                Arguments.of("CallsNowInAZone", RULES.timeComesFromTheClock()),
                Arguments.of("MakesADate", RULES.timeComesFromTheClock()),
                Arguments.of("AsksTheSystem", RULES.timeComesFromTheClock()),
                Arguments.of("MakesItsOwnClock", RULES.timeComesFromTheClock()),
                Arguments.of("KnowsAStranger", new DoorSigns(RULES, doorSigns).areTrue()));
    }
}

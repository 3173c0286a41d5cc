package org.postmortemflow.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postmortemflow.PostmortemFlowApplication;

/** The house as it is built holds the rules. */
class DependencyTest {

    private static final HouseRules RULES = new HouseRules("org.postmortemflow");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(RULES.base());

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseHolds(ArchRule rule) {
        rule.check(HOUSE);
    }

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                        RULES.domainIsPlainJava(),
                        RULES.capabilitiesDoNotKnowTheirUsers(),
                        RULES.onlyRootsAreImported(),
                        RULES.capabilitiesEnterEachOtherByTheirRoots(),
                        RULES.onlyTheProcessKnowsTheEngine(),
                        RULES.storesAndPagesAreHidden(),
                        RULES.nobodyImportsTheFrontDoor(),
                        RULES.timeComesFromTheClock(PostmortemFlowApplication.class),
                        RULES.roomsAreFreeOfCycles(),
                        new DoorSigns(RULES, Path.of("src/main/java/org/postmortemflow")).areTrue())
                .map(rule -> Named.of(rule.getDescription(), rule));
    }
}

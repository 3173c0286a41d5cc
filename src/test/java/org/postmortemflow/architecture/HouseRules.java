package org.postmortemflow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * What may depend on what, for the house under {@code base}. The same rules are held against the real house and against a
 * crooked one, so that no rule is green because of a misspelt package.
 */
record HouseRules(String base) {

    /** Rooms that show what the capabilities know; no capability knows them. */
    private static final Set<String> VIEWS = Set.of("dashboard", "operations", "ledger", "overview", "monitoring");

    /** Other rooms that are not capabilities. */
    private static final Set<String> OTHER_ROOMS = Set.of("shared", "process", "integration", "signin", "web");

    /** The domain sees Java, nullness annotations, the shared values and itself. */
    ArchRule domainIsPlainJava() {
        return classes()
                .that(resideInAPackage(base + ".*.domain.."))
                .should(Dependencies.only("see plain Java, shared and its own domain", this::mayBeSeenByDomain))
                .allowEmptyShould(true);
    }

    ArchRule capabilitiesDoNotKnowTheirUsers() {
        return noClasses()
                .that(areInACapability())
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(room("process"), room("integration")).or(areInAView()));
    }

    /** The process, the vendors and the front door enter a capability through its root package. */
    ArchRule onlyRootsAreImported() {
        return classes()
                .that(resideInAnyPackage(room("process"), room("integration"), room("signin"), room("web")))
                .should(Dependencies.only("enter other rooms by their root package", this::isOwnOrRoot));
    }

    ArchRule capabilitiesEnterEachOtherByTheirRoots() {
        return classes()
                .that(areInACapability().or(areInAView()))
                .should(Dependencies.only("enter other rooms by their root package", this::isOwnOrRoot));
    }

    ArchRule onlyTheProcessKnowsTheEngine() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room("process"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..");
    }

    ArchRule storesAndPagesAreHidden() {
        return classes()
                .that(resideInAnyPackage(base + ".*.store..", base + ".*.web.."))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic();
    }

    ArchRule nobodyImportsTheFrontDoor() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(room("web"), room("signin"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room("web"), room("signin"));
    }

    /** "Now" comes from the injected clock, which one bean provides. */
    ArchRule timeComesFromTheClock(Class<?>... clockProviders) {
        List<String> exempt =
                List.of(clockProviders).stream().map(Class::getName).toList();
        return noClasses()
                .that(describe("do not provide the clock", type -> !exempt.contains(type.getName())))
                .should(new ReadsTheTime());
    }

    ArchRule roomsAreFreeOfCycles() {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    /** The room of a class, or empty for a class that is in none. */
    String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(base + ".") ? name.substring(base.length() + 1).split("\\.")[0] : "";
    }

    boolean isCapability(String room) {
        return !room.isEmpty() && !OTHER_ROOMS.contains(room) && !isView(room);
    }

    boolean isView(String room) {
        return VIEWS.contains(room);
    }

    private DescribedPredicate<JavaClass> areInAView() {
        return describe("are in a view", type -> isView(roomOf(type)));
    }

    private DescribedPredicate<JavaClass> areInACapability() {
        return describe("are in a capability", type -> isCapability(roomOf(type)));
    }

    private boolean mayBeSeenByDomain(JavaClass from, JavaClass to) {
        String name = to.getPackageName();
        return name.startsWith("java.")
                || name.startsWith("org.jspecify.")
                || roomOf(to).equals("shared")
                || name.startsWith(base + "." + roomOf(from) + ".domain");
    }

    /** A capability's root package, for a view that of another view as well, the shared values, the class's own room, or nothing of this house at all. */
    private boolean isOwnOrRoot(JavaClass from, JavaClass to) {
        String room = roomOf(to);
        boolean ofThisHouse = !room.isEmpty();
        boolean root = to.getPackageName().equals(base + "." + room);
        return !ofThisHouse
                || room.equals(roomOf(from))
                || room.equals("shared")
                || root
                        && (isCapability(room) || isView(room) && isView(roomOf(from)) || isDoorInFrame(from, room))
                        && to.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** Sign-in answers as all of REST does. */
    private boolean isDoorInFrame(JavaClass from, String room) {
        return room.equals("web") && roomOf(from).equals("signin");
    }

    private String room(String name) {
        return base + "." + name + "..";
    }
}

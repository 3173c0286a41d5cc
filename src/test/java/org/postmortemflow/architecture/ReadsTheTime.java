package org.postmortemflow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** Holds for classes that ask the machine for the time, called or by method reference, in any of the ways Java has. */
final class ReadsTheTime extends ArchCondition<JavaClass> {

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.util.Calendar.getInstance",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system");

    ReadsTheTime() {
        super("read the time without the injected clock");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnitAccessesFromSelf()
                .forEach(access ->
                        events.add(new SimpleConditionEvent(type, readsTheTime(access), access.getDescription())));
    }

    private static boolean readsTheTime(JavaCodeUnitAccess<?> access) {
        JavaClass owner = access.getTarget().getOwner();
        List<String> parameters = access.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList();
        String called = owner.getName() + "." + access.getTarget().getName();
        boolean nowWithoutClock = owner.getPackageName().startsWith("java.time")
                && access.getTarget().getName().equals("now")
                && !parameters.equals(List.of("java.time.Clock"));
        boolean newDate = called.equals("java.util.Date.<init>") && parameters.isEmpty();
        return nowWithoutClock || newDate || CLOCKS.contains(called);
    }
}

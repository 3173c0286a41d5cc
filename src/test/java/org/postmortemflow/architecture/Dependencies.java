package org.postmortemflow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;

/** An allow-list: every class that another one depends on must be allowed for it. */
final class Dependencies extends ArchCondition<JavaClass> {

    private final BiPredicate<JavaClass, JavaClass> allowed;

    private Dependencies(String description, BiPredicate<JavaClass, JavaClass> allowed) {
        super(description);
        this.allowed = allowed;
    }

    /** @param allowed is asked with the depending class and the one it depends on */
    static ArchCondition<JavaClass> only(String description, BiPredicate<JavaClass, JavaClass> allowed) {
        return new Dependencies(description, allowed);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !allowed.test(type, dependency.getTargetClass()))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
    }
}

package org.postmortemflow.privacy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The organisation file as it is after some have left. */
@TestConfiguration
class Leavers {

    private final Set<PersonId> left = new HashSet<>();

    void nobody() {
        left.clear();
    }

    void leaves(PersonId person) {
        left.add(person);
    }

    @Bean
    @Primary
    Organisation withoutThoseWhoLeft(@Qualifier("organisation") Organisation all) {
        return (Organisation) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Organisation.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("person") && left.contains(arguments[0])) {
                        return Optional.empty();
                    }
                    if (method.getName().equals("persons")) {
                        return all.persons().stream()
                                .filter((Person person) -> !left.contains(person.id()))
                                .toList();
                    }
                    try {
                        return method.invoke(all, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}

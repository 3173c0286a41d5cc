package org.postmortemflow.process.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;

/** The organisation's persons as users of the engine. Their passwords there are random: nobody signs in through it. */
final class PersonSync {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityService identities;
    private final Permits permits;

    PersonSync(IdentityService identities, Permits permits) {
        this.identities = identities;
        this.permits = permits;
    }

    void sync(Organisation organisation) {
        Map<String, User> known = identities.createUserQuery().unlimitedList().stream()
                .collect(Collectors.toMap(User::getId, Function.identity()));
        for (Person person : organisation.persons()) {
            User user = known.remove(person.id().value());
            if (user == null) {
                User added = identities.newUser(person.id().value());
                added.setPassword(randomPassword());
                saveIfChanged(added, person);
            } else {
                saveIfChanged(user, person);
            }
        }
        known.keySet().forEach(this::remove);
    }

    private void saveIfChanged(User user, Person person) {
        String[] names = person.name().strip().split("\\s+", 2);
        String first = names[0];
        String last = names.length == 2 ? names[1] : "";
        boolean same = first.equals(user.getFirstName())
                && last.equals(Objects.requireNonNullElse(user.getLastName(), ""))
                && person.email().equals(user.getEmail());
        if (!same) {
            user.setFirstName(first);
            user.setLastName(last);
            user.setEmail(person.email());
            identities.saveUser(user);
        }
    }

    private void remove(String userId) {
        identities.deleteUser(userId);
        permits.withdraw(query -> query.userIdIn(userId));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

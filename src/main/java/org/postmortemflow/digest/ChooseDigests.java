package org.postmortemflow.digest;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.digest.Subscriptions.Subscription;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which digests a person gets. The weekly one comes to those who manage teams until they turn it off, the daily one to nobody
 * until they turn it on. What is part of the work cannot be turned off.
 */
@Component
public class ChooseDigests {

    private final Subscriptions subscriptions;
    private final Organisation organisation;
    private final Clock clock;

    ChooseDigests(Subscriptions subscriptions, Organisation organisation, Clock clock) {
        this.subscriptions = subscriptions;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The teams that the person answers for as engineering manager or director, by id. */
    public Set<String> managedBy(PersonId person) {
        return organisation.teams().stream()
                .filter(team ->
                        Stream.of(team.engineeringManager(), team.director()).anyMatch(person::equals))
                .map(Team::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the digest is meant for this person at all. */
    public boolean isOffered(PersonId person, Digest digest) {
        return digest == Digest.DAILY || !managedBy(person).isEmpty();
    }

    public boolean isWanted(PersonId person, Digest digest) {
        return isOffered(person, digest) && subscriptions.choice(person, digest).orElse(digest == Digest.WEEKLY);
    }

    /** @param wanted those to get from now on; of the others none */
    @Transactional
    public void choose(PersonId person, Set<Digest> wanted) {
        for (Digest digest : Digest.values()) {
            if (isOffered(person, digest) && isWanted(person, digest) != wanted.contains(digest)) {
                subscriptions.choose(person, digest, wanted.contains(digest), clock.instant());
            }
        }
    }

    /** By the link in the mail, without sign-in: whoever has the mail may end it, and do nothing else. */
    @Transactional
    public void end(Subscription subscription) {
        subscriptions.choose(subscription.person(), subscription.digest(), false, clock.instant());
    }
}

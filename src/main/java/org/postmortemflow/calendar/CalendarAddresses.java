package org.postmortemflow.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secret addresses: calendar programs cannot sign in, so that whoever knows the key in the address may read. Only hashes are
 * kept; a key of 32 random octets cannot be guessed from a fast one.
 */
@Component
public class CalendarAddresses {

    private static final int OCTETS = 32;
    private static final int LONGEST = 100;

    private final SecureRandom random = new SecureRandom();
    private final CalendarKeys keys;
    private final Organisation organisation;
    private final Clock clock;

    CalendarAddresses(CalendarKeys keys, Organisation organisation, Clock clock) {
        this.keys = keys;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A new key for a person's own calendars; it can be seen only now, and the one before opens nothing any more. */
    @Transactional
    public String renew(PersonId person) {
        return make(person, person);
    }

    /** The same for the shared calendar alone. @throws Refused unless the person is an administrator */
    @Transactional
    public String renewShared(PersonId by) {
        requireAdministrator(by);
        return make(null, by);
    }

    /** The person's key opens nothing any more. */
    @Transactional
    public void withdraw(PersonId person) {
        keys.remove(person);
    }

    /** The same for the shared calendar. @throws Refused unless the person is an administrator */
    @Transactional
    public void withdrawShared(PersonId by) {
        requireAdministrator(by);
        keys.remove(null);
    }

    /** Who a key belongs to; empty for one that opens nothing, also when its person has left the organisation. */
    @Transactional(readOnly = true)
    public Optional<CalendarKeys.Kept> holder(String key) {
        return Optional.of(key)
                .filter(given -> !given.isEmpty() && given.length() <= LONGEST)
                .flatMap(given -> keys.byHash(hash(given)))
                .filter(kept -> kept.person() == null
                        || organisation.person(kept.person()).isPresent());
    }

    /** The key that there is, without the secret. @param person null for the organisation's own */
    @Transactional(readOnly = true)
    public Optional<CalendarKeys.Kept> of(@Nullable PersonId person) {
        return keys.of(person);
    }

    private String make(@Nullable PersonId person, PersonId by) {
        byte[] secret = new byte[OCTETS];
        random.nextBytes(secret);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        keys.keep(hash(key), new CalendarKeys.Kept(person, clock.instant(), by));
        return key;
    }

    private void requireAdministrator(PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("The address of the shared calendar is for administrators to make.");
        }
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.postmortemflow.access;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes, revokes and recognises tokens. Only a hash is kept. A fast one is enough: a slow hash makes it dear to try what people
 * choose as a password, and 256 random bits cannot be tried at all; a slow one would only make every call slow.
 */
@Component
public class Tokens {

    /** What every token begins with, so that programs that look for secrets in public places know one. */
    public static final String PREFIX = "pmf_";

    /** How many days a token is good for at most. */
    public static final int MOST_DAYS = 365;

    /** How many a person may have at a time. */
    public static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final int OCTETS = 32;
    private static final int LONGEST = 100;
    private static final int SHOWN = 50;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final TokenRecords records;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;

    Tokens(TokenRecords records, Organisation organisation, AuditLog audit, Clock clock) {
        this.records = records;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new token; serializable, because the page that shows it is the next one. @param secret can be seen only now */
    public record Made(AccessToken token, String secret) implements Serializable {}

    /** The scopes that are of use to the person. */
    public List<Scope> offered(PersonId person) {
        return EnumSet.allOf(Scope.class).stream()
                .filter(scope -> !scope.isForAdministrators() || organisation.isAdministrator(person))
                .toList();
    }

    /** @throws Refused with a message per field: {@code name}, {@code scopes}, {@code days} */
    @Transactional
    public Made make(String name, Set<Scope> scopes, int days, PersonId by) {
        Instant now = clock.instant();
        String plain = name.strip();
        new Problems()
                .when(plain.isEmpty(), "name", "Please say what it is for, so that you know it again.")
                .when(plain.length() > LONGEST, "name", "Please keep the name below 100 characters.")
                .when(plain.codePoints().anyMatch(Character::isISOControl), "name", "Please keep the name to one line.")
                .when(scopes.isEmpty(), "scopes", "Please choose at least one.")
                .when(!offered(by).containsAll(scopes), "scopes", "Please choose from what is offered.")
                .when(days < 1 || days > MOST_DAYS, "days", "Please choose 1 to " + MOST_DAYS + " days.")
                .when(organisation.person(by).isEmpty(), "", "You are not in the organisation file.")
                .when(
                        records.countValid(by, now) >= MOST,
                        "",
                        "You have " + MOST + " tokens already. Please revoke one that is no longer used.")
                .refuseIfAny();
        byte[] secret = new byte[OCTETS];
        random.nextBytes(secret);
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        AccessToken token = new AccessToken(
                UUID.randomUUID(),
                by,
                plain,
                Set.copyOf(scopes),
                now,
                now.plus(Duration.ofDays(days)),
                null,
                null,
                null);
        records.add(token, hash(text));
        audit.record(
                AuditKind.TOKEN_MADE,
                by,
                "%s: %s, until %s".formatted(token.id(), token.scopesInWords(), token.expiresAt()));
        LOG.info("Access token {} made by {} ({}; until {})", token.id(), by, token.scopesInWords(), token.expiresAt());
        return new Made(token, text);
    }

    /** It opens nothing from now on. @throws NoSuchElementException when there is none of that person's; administrators revoke any */
    @Transactional
    public void revoke(UUID id, PersonId by) {
        AccessToken token = records.find(id)
                .filter(one -> one.person().equals(by) || organisation.isAdministrator(by))
                .orElseThrow(() -> new NoSuchElementException("No such token"));
        if (records.revoke(id, clock.instant(), by)) {
            audit.record(AuditKind.TOKEN_REVOKED, by, "%s of %s".formatted(id, token.person()));
            LOG.info("Access token {} of {} revoked by {}", id, token.person(), by);
        }
    }

    /** A person's own, the newest first; those at an end too, as the record of what could be done. */
    @Transactional(readOnly = true)
    public List<AccessToken> of(PersonId person) {
        return records.of(person, SHOWN);
    }

    /** Those of others that open something now. @throws Refused unless the person is an administrator */
    @Transactional(readOnly = true)
    public List<AccessToken> ofOthers(PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("This is for an administrator.");
        }
        return records.valid(clock.instant(), SHOWN * MOST).stream()
                .filter(token -> !token.person().equals(by))
                .limit(SHOWN)
                .toList();
    }

    /**
     * What a token stands for, and notes that it was used. Empty for one that opens nothing: unknown, revoked, expired, or of a
     * person who has left the organisation. Of the scopes, those that the person may use today.
     */
    public Optional<AccessToken> recognise(String secret) {
        Instant now = clock.instant();
        Optional<AccessToken> token = Optional.of(secret)
                .filter(given -> given.startsWith(PREFIX) && given.length() <= LONGEST)
                .flatMap(given -> records.byHash(hash(given)))
                .filter(known -> known.isValid(now)
                        && organisation.person(known.person()).isPresent());
        token.ifPresent(known -> noteUse(known, now));
        return token.map(known -> known.only(offered(known.person())));
    }

    /** Best effort: who only wants to read is not turned away because nothing can be written. */
    private void noteUse(AccessToken token, Instant now) {
        Instant notSince = now.minus(NOTED_EVERY);
        Instant last = token.lastUsedAt();
        if (last != null && !last.isBefore(notSince)) {
            return;
        }
        try {
            records.used(token.id(), now, notSince);
        } catch (DataAccessException notNow) {
            LOG.warn("The use of an access token could not be noted: {}", notNow.getMessage());
        }
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

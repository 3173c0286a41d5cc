package org.postmortemflow.signin;

import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks the passwords of the organisation file, for the form and for HTTP Basic, while {@link Guesses} allows it. For a name that
 * nobody has a password is checked as well, so that the answer takes as long.
 */
@Component
class GuardedPasswords implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final Guesses guesses;
    private final AuditLog audit;
    private final Organisation organisation;

    GuardedPasswords(Organisation organisation, PasswordEncoder encoder, Guesses guesses, AuditLog audit) {
        this.passwords = new DaoAuthenticationProvider(this::find);
        this.passwords.setPasswordEncoder(encoder);
        this.guesses = guesses;
        this.audit = audit;
        this.organisation = organisation;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String account = typed.getName();
        String address = address(typed);
        guesses.check(account, address);
        try {
            Authentication person = passwords.authenticate(typed);
            guesses.right(account, address);
            return person;
        } catch (AuthenticationException wrong) {
            note(account, guesses.wrong(account, address));
            throw wrong;
        }
    }

    /** A name that nobody has is not written down: people type their password there. */
    private void note(String account, boolean slowedDown) {
        PersonId id = new PersonId(account);
        boolean known = organisation.person(id).isPresent();
        audit.record(
                AuditKind.SIGN_IN_FAILED,
                known ? id : null,
                known ? "with a wrong password" : "with a name that nobody has");
        if (slowedDown) {
            audit.record(AuditKind.SLOWED_DOWN, known ? id : null, "after too many wrong passwords from there");
        }
    }

    private UserDetails find(String username) {
        PersonId id = new PersonId(username);
        String password = organisation
                .person(id)
                .flatMap(person -> organisation.encodedPassword(id))
                .orElseThrow(() -> new UsernameNotFoundException("Nobody signs in as this"));
        return User.withUsername(username)
                .password(password)
                .authorities(Roles.of(id, organisation))
                .build();
    }

    private static String address(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}

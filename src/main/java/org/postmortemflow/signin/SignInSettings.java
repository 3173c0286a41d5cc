package org.postmortemflow.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param passwordForm whether persons sign in with the passwords of the organisation file
 * @param basic whether programs may use those passwords with HTTP Basic; null: only in the demo, elsewhere access tokens alone
 * @param guesses wrong passwords for one account from one address that are free within {@code per}
 * @param guessesPerAddress the same for one address, whatever the account
 * @param guessesPerAccount the same for one account from addresses that never signed in to it
 * @param per in this time all free guesses come back, one by one
 * @param longestSession after this time a person signs in again, however busy they were
 */
@ConfigurationProperties("postmortem.sign-in")
record SignInSettings(
        @DefaultValue("true") boolean passwordForm,
        @Nullable Boolean basic,
        @DefaultValue("10") int guesses,
        @DefaultValue("100") int guessesPerAddress,
        @DefaultValue("100") int guessesPerAccount,
        @DefaultValue("15m") Duration per,
        @DefaultValue("12h") Duration longestSession) {}

package org.postmortemflow.signin;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords or tokens: nothing was checked, right or wrong. */
final class TooManyGuesses extends AuthenticationException {

    private final long secondsToWait;

    TooManyGuesses(long secondsToWait) {
        super("Too many wrong passwords or tokens; try again in " + secondsToWait + " seconds");
        this.secondsToWait = secondsToWait;
    }

    long secondsToWait() {
        return secondsToWait;
    }

    /** For people: {@code 90 seconds}, {@code 12 minutes}. */
    static String inWords(long seconds) {
        return seconds < 120 ? seconds + (seconds == 1 ? " second" : " seconds") : (seconds + 59) / 60 + " minutes";
    }
}

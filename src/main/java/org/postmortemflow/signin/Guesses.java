package org.postmortemflow.signin;

import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses. Mostly per account and address together, so that guessing locks out the guesser and not the person
 * whose account it is. An account that is tried from everywhere is closed only to addresses which it was never used from, and never
 * for long: tries come back one by one.
 */
@Component
class Guesses {

    private static final int LONGEST = 100;
    private static final int NETWORK_OCTETS = 8;

    private final Buckets pairs;
    private final Buckets addresses;
    private final Buckets accounts;
    private final Buckets tokens;

    /** Pairs that were right before. It never fills up: whoever is in it is known. */
    private final Buckets known;

    @Autowired
    Guesses(SignInSettings settings) {
        this(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    Guesses(SignInSettings settings, TimeMeter time) {
        pairs = new Buckets(settings.guesses(), settings.per(), time);
        addresses = new Buckets(settings.guessesPerAddress(), settings.per(), time);
        accounts = new Buckets(settings.guessesPerAccount(), settings.per(), time);
        tokens = new Buckets(settings.guessesPerAddress(), settings.per(), time);
        known = new Buckets(1, settings.longestSession().multipliedBy(60), time);
    }

    /** @throws TooManyGuesses when nothing may be checked now */
    void check(String account, String address) {
        String network = network(address);
        String pair = pair(account, network);
        long wait = Math.max(pairs.secondsToWait(pair), addresses.secondsToWait(network));
        if (known.secondsToWait(pair) == 0) {
            wait = Math.max(wait, accounts.secondsToWait(cut(account)));
        }
        refuse(wait);
    }

    /** @return whether this was the guess that used up the last one */
    boolean wrong(String account, String address) {
        String network = network(address);
        String pair = pair(account, network);
        pairs.take(pair);
        addresses.take(network);
        accounts.take(cut(account));
        return pairs.secondsToWait(pair) > 0 || addresses.secondsToWait(network) > 0;
    }

    void right(String account, String address) {
        String pair = pair(account, network(address));
        pairs.forget(pair);
        known.forget(pair);
        known.take(pair);
    }

    /** @throws TooManyGuesses when no token from there may be looked at now */
    void checkToken(String address) {
        refuse(tokens.secondsToWait(network(address)));
    }

    void wrongToken(String address) {
        tokens.take(network(address));
    }

    private static void refuse(long wait) {
        if (wait > 0) {
            throw new TooManyGuesses(wait);
        }
    }

    private static String pair(String account, String network) {
        return network + " " + cut(account);
    }

    private static String cut(String account) {
        return account.substring(0, Math.min(LONGEST, account.length()));
    }

    /** Of an IPv6 address the network: whoever has one address of it has all 2^64. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address); // looks nothing up: names have no colon
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_OCTETS))
                    : address;
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}

package org.postmortemflow.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final String OFFICE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private final AtomicLong nanos = new AtomicLong();
    private final Guesses guesses = new Guesses(
            new SignInSettings(true, null, 3, 10, 6, Duration.ofMinutes(3), Duration.ofHours(12)), new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void guessingKeepsOutTheGuesserAndNobodyElse() {
        wrong("ada", ELSEWHERE, 3);

        assertRefused("ada", ELSEWHERE, 60);
        assertThatCode(() -> guesses.check("ada", OFFICE)).doesNotThrowAnyException();
        assertThatCode(() -> guesses.check("ben", ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void triesComeBackOneByOne() {
        wrong("ada", OFFICE, 3);
        later(Duration.ofSeconds(59));
        assertRefused("ada", OFFICE, 1);
        later(Duration.ofSeconds(2));
        guesses.check("ada", OFFICE);
        guesses.wrong("ada", OFFICE);
        assertRefused("ada", OFFICE, 59);
    }

    @Test
    void theRightPasswordMakesEarlierMistakesForgotten() {
        wrong("ada", OFFICE, 2);
        guesses.right("ada", OFFICE);
        wrong("ada", OFFICE, 2);
        assertThatCode(() -> guesses.check("ada", OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void manyAtOnceWaitForAllOfThem() {
        wrong("ada", OFFICE, 5);
        later(Duration.ofMinutes(2));
        assertRefused("ada", OFFICE, 60);
    }

    @Test
    void oneAddressCannotGoThroughAllAccounts() {
        for (int account = 0; account < 10; account++) {
            guesses.check("account" + account, ELSEWHERE);
            guesses.wrong("account" + account, ELSEWHERE);
        }
        assertRefused("ada", ELSEWHERE, 18);
        assertThatCode(() -> guesses.check("ada", OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void anAccountThatIsTriedFromEverywhereStaysOpenWhereItWasUsedBefore() {
        guesses.right("ada", OFFICE);
        for (int host = 0; host < 6; host++) {
            guesses.wrong("ada", "203.0.113." + host);
        }
        assertRefused("ada", ELSEWHERE, 30);
        assertThatCode(() -> guesses.check("ada", OFFICE)).doesNotThrowAnyException();
        later(Duration.ofMinutes(1));
        assertThatCode(() -> guesses.check("ada", ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void addressesOfOneIpv6NetworkAreOne() {
        wrong("ada", "2001:db8:1:2::1", 2);
        wrong("ada", "2001:db8:1:2:ffff::9", 1);
        assertRefused("ada", "2001:db8:1:2:8::", 60);
        assertThatCode(() -> guesses.check("ada", "2001:db8:1:3::1")).doesNotThrowAnyException();
    }

    @Test
    void tokensAreCountedForThemselves() {
        for (int i = 0; i < 10; i++) {
            guesses.checkToken(ELSEWHERE);
            guesses.wrongToken(ELSEWHERE);
        }
        assertThatExceptionOfType(TooManyGuesses.class).isThrownBy(() -> guesses.checkToken(ELSEWHERE));
        assertThatCode(() -> guesses.check("ada", ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void aFloodOfNamesTakesNoMoreMemoryThanItsShare() {
        Buckets buckets = new Buckets(1, Duration.ofHours(1), TimeMeter.SYSTEM_NANOTIME);
        for (int i = 0; i < 50_000; i++) {
            buckets.take("name" + i);
        }
        assertThat(buckets.secondsToWait("name0")).isZero();
        assertThat(buckets.secondsToWait("name49999")).isPositive();
    }

    private void wrong(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            guesses.wrong(account, address);
        }
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void assertRefused(String account, String address, long seconds) {
        assertThatExceptionOfType(TooManyGuesses.class)
                .isThrownBy(() -> guesses.check(account, address))
                .satisfies(refused -> assertThat(refused.secondsToWait()).isEqualTo(seconds));
    }
}

package org.postmortemflow.people;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** {@code encode-password}: reads a password, and says how it is written into the organisation file. Starts nothing else. */
public final class PasswordCommand {

    public static final String NAME = "encode-password";

    /** Trying one password takes about a quarter of a second. */
    private static final int COST = 12;

    private PasswordCommand() {}

    /**
     * Asks for it without showing it, or takes one line of the input.
     *
     * @return the status to exit with: 0, or 1 when the password is refused
     */
    public static int run(InputStream in, PrintStream out, PrintStream err) throws IOException {
        String password = typed(in);
        Optional<String> problem = PasswordRules.problemOf(password == null ? "" : password);
        if (problem.isPresent() || password == null) {
            err.println("Please choose another password: " + problem.orElse("there is none") + ".");
            return 1;
        }
        out.println("{bcrypt}" + new BCryptPasswordEncoder(COST).encode(password));
        return 0;
    }

    private static @Nullable String typed(InputStream in) throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? null : new String(typed);
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    }
}

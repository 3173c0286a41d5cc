package org.postmortemflow.lab;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.journey.Waiting;

/** An {@link UnsafeSender} in a process of its own, to be killed. */
final class UnsafeNode implements AutoCloseable {

    private final String[] command;
    private final URI base;
    private @Nullable Process process;

    UnsafeNode(Postgres postgres, Sink sink) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            base = URI.create("http://localhost:" + socket.getLocalPort());
        }
        String classes = Stream.of(UnsafeSender.class, org.postgresql.Driver.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
        command = new String[] {
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes,
            UnsafeSender.class.getName(),
            "" + base.getPort(),
            postgres.url(),
            "" + sink.port()
        };
    }

    URI base() {
        return base;
    }

    void start() throws IOException {
        process = new ProcessBuilder(command).inheritIO().start();
        Waiting.until(
                Arrays.toString(command) + " listens",
                Duration.ofMinutes(1),
                () -> !waiting().isEmpty());
    }

    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    boolean isIdle() throws InterruptedException {
        return waiting().equals("0");
    }

    private String waiting() throws InterruptedException {
        try {
            return Client.nobody(base).open("/waiting").body();
        } catch (IOException notYet) {
            return "";
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}

package org.postmortemflow.integration.caldav;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The CalDAV server of Debian's package "radicale", as a child process that keeps its data in a folder of the test. */
final class Radicale implements AutoCloseable {

    private static final int TRIES = 300;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Path folder;
    private Process process;

    private Radicale(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = run();
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "radicale")));
    }

    /** With one empty calendar. */
    static Radicale start(Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Radicale radicale = new Radicale(folder, port);
        radicale.send("MKCALENDAR", "", "");
        return radicale;
    }

    String url() {
        return "http://127.0.0.1:" + port + "/flow/postmortems/";
    }

    /** The address of one entry answers with its text; the collection's own with all of them. */
    String get(String name) throws IOException {
        return send("GET", name, "");
    }

    void put(String name, String text) throws IOException {
        send("PUT", name, text);
    }

    void delete(String name) throws IOException {
        send("DELETE", name, "");
    }

    void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void startAgain() throws IOException {
        process = run();
    }

    @Override
    public void close() {
        stop();
    }

    private Process run() throws IOException {
        Process started = new ProcessBuilder(List.of(
                        "radicale",
                        "--config=",
                        "--server-hosts=127.0.0.1:" + port,
                        "--auth-type=none",
                        "--rights-type=authenticated",
                        "--storage-filesystem-folder=" + folder.resolve("radicale"),
                        "--logging-level=warning"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("radicale.log").toFile())
                .start();
        for (int i = 0; i < TRIES; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return started;
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        started.destroyForcibly();
        throw new IOException("Radicale did not start: " + Files.readString(folder.resolve("radicale.log")));
    }

    private String send(String method, String name, String body) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + name))
                    .header("Authorization", "Basic Zmxvdzp4")
                    .header("Content-Type", "text/calendar; charset=utf-8")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            try {
                return client.send(request, BodyHandlers.ofString()).body();
            } catch (IOException keptConnectionWasClosed) {
                return client.send(request, BodyHandlers.ofString()).body();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

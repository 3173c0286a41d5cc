package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The jar as an image is made of it: taken apart into layers, put together again, started; and what it says of its parts. */
class LayersIT {

    private static final Path JAR =
            Path.of(System.getProperty("packaged.jar", "target/postmortem-flow-0.1.0-SNAPSHOT.jar"));
    private static final String PARTS = "META-INF/sbom/application.cdx.json";

    @Test
    void itStartsFromItsLayersAndWritesNothingBesideThem(@TempDir Path folder) throws Exception {
        Path layers = folder.resolve("layers");
        Path image = Files.createDirectory(folder.resolve("image"));
        Process apart = java(
                        folder,
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "extract",
                        "--layers",
                        "--destination",
                        layers.toString())
                .start();
        assertThat(apart.waitFor()).isZero();
        try (Stream<Path> all = Files.list(layers)) {
            List<Path> found = all.toList();
            assertThat(found)
                    .extracting(layer -> layer.getFileName().toString())
                    .contains("dependencies", "application");
            assertThat(size(layers.resolve("application")))
                    .as("a new version of ours moves little")
                    .isLessThan(size(layers.resolve("dependencies")) / 5);
            for (Path layer : found) {
                FileSystemUtils.copyRecursively(layer, image);
            }
        }
        Set<Path> before = files(image);
        int port = freePort();
        Process running = java(
                        image,
                        "-Xmx768m",
                        "-jar",
                        JAR.getFileName().toString(),
                        "--server.port=" + port,
                        "--spring.datasource.url=jdbc:h2:mem:layers",
                        "--spring.mail.host=localhost")
                .start();
        try {
            Waiting.until("it is ready", Duration.ofMinutes(5), () -> isReady(port) || !running.isAlive());
            assertThat(running.isAlive()).isTrue();
        } finally {
            running.destroy();
        }
        assertThat(running.waitFor()).as("143: ended in order by SIGTERM").isEqualTo(143);
        assertThat(files(image)).isEqualTo(before);
    }

    @Test
    void itSaysUnderWhichLicencesItsPartsAre() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(text(jar, "META-INF/THIRD-PARTY.txt"))
                    .contains("(Apache-2.0)", "org.camunda.bpm:camunda-engine:")
                    .doesNotContain("Unknown license");
        }
    }

    @Test
    void itSaysWhatItIsMadeOf() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assumeTrue(
                    "true".equals(System.getenv("CI")) || jar.getEntry(PARTS) != null,
                    "Maven writes " + PARTS + " only where it may reach the network.");
            assertThat(text(jar, PARTS)).contains("\"CycloneDX\"", "camunda-engine");
        }
    }

    private static String text(ZipFile jar, String entry) throws IOException {
        assertThat(jar.getEntry(entry)).as(entry).isNotNull();
        return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes());
    }

    private static ProcessBuilder java(Path folder, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private static boolean isReady(int port) throws InterruptedException {
        try {
            URI readiness = URI.create("http://localhost:" + port + "/actuator/health/readiness");
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

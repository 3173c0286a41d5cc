package org.postmortemflow.integration.slack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postmortemflow.timeline.UploadedFile;
import org.springframework.util.unit.DataSize;

/** Exports as zips, right ones and wrong ones. */
final class Zips {

    static final SlackSettings SETTINGS =
            new SlackSettings("", DataSize.ofMegabytes(5), DataSize.ofMegabytes(2), DataSize.ofMegabytes(4), 200, 6000);

    static final Path CHECKOUT = Path.of("src/test/resources/slack/checkout");

    private Zips() {}

    /** Every file below a folder, by its path in it. */
    static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The smallest export, with one more file or another one. */
    static byte[] with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] with(String name, byte[] content) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("channels.json", "[]".getBytes(StandardCharsets.UTF_8));
        files.put("users.json", "[]".getBytes(StandardCharsets.UTF_8));
        files.put("ops/2026-06-10.json", message("Hello").getBytes(StandardCharsets.UTF_8));
        files.put(name, content);
        return zip(files);
    }

    static String message(String text) {
        return "[{\"user\": \"U1\", \"text\": \"" + text + "\", \"ts\": \"1781081400.000100\"}]";
    }

    static UploadedFile uploaded(byte[] bytes) {
        return new UploadedFile("export.zip", () -> new ByteArrayInputStream(bytes));
    }
}

package org.postmortemflow.integration.slack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postmortemflow.timeline.UploadedFile;

/**
 * The zip of an export. It lies in one temporary file of our own naming while it is read: only there can be seen whether it
 * is complete. Nothing inside is ever written to disk; names inside are only compared.
 */
final class ExportArchive implements Closeable {

    /** Any of them shows where the export begins. */
    static final Set<String> LISTS = Set.of("channels.json", "groups.json", "dms.json", "mpims.json", "users.json");

    private final Path copy;
    private final ZipFile zip;
    private final SlackSettings settings;
    private final CountedStream.Budget budget;
    private final SortedMap<String, ZipEntry> files;

    private ExportArchive(Path copy, ZipFile zip, SlackSettings settings) {
        this.copy = copy;
        this.zip = zip;
        this.settings = settings;
        this.budget = new CountedStream.Budget(settings.longestTotal().toBytes());
        this.files = new TreeMap<>();
    }

    static ExportArchive open(UploadedFile file, SlackSettings settings) throws IOException {
        Path copy = Files.createTempFile("slack-export-", ".zip");
        ZipFile zip = null;
        try {
            copy(file, copy, settings.longestExport().toBytes());
            zip = new ZipFile(copy.toFile());
            ExportArchive archive = new ExportArchive(copy, zip, settings);
            archive.list();
            return archive;
        } catch (IOException | RuntimeException unreadable) {
            if (zip != null) {
                zip.close();
            }
            Files.deleteIfExists(copy);
            throw unreadable;
        }
    }

    /** Paths below the folder in which the export begins, in order. */
    Set<String> paths() {
        return Collections.unmodifiableSet(files.keySet());
    }

    InputStream read(String path) throws IOException {
        ZipEntry entry = files.get(path);
        return new CountedStream(
                zip.getInputStream(entry), path, settings.longestFile().toBytes(), budget, entry.getCrc());
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void copy(UploadedFile file, Path copy, long longest) throws IOException {
        try (InputStream in = file.content().open();
                OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[16 * 1024];
            long total = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > longest) {
                    throw Broken.export("The export is longer than %,d bytes. Please export fewer channels or days."
                            .formatted(longest));
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private void list() {
        if (zip.size() > settings.mostFiles()) {
            throw Broken.export("The export holds %,d files, at most %,d can be read. Please export fewer days."
                    .formatted(zip.size(), settings.mostFiles()));
        }
        SortedMap<String, ZipEntry> all = new TreeMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            check(entry.getName());
            if (!entry.isDirectory() && all.put(entry.getName(), entry) != null) {
                throw Broken.file(entry.getName(), "is in the zip twice.");
            }
        }
        String top = topOf(all.keySet());
        all.forEach((name, entry) -> {
            if (name.startsWith(top) && !name.startsWith("__MACOSX/")) {
                files.put(name.substring(top.length()), entry);
            }
        });
    }

    /** No such name is ever in an export; who makes one wants to reach something else. */
    private static void check(String name) {
        boolean absolute = name.startsWith("/") || name.matches("^[A-Za-z]:.*");
        boolean climbs = List.of(name.split("/", -1)).stream().anyMatch(part -> part.equals("..") || part.equals("."));
        if (absolute || climbs || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || name.isEmpty()) {
            throw Broken.file(name, "is no name that a file of an export has.");
        }
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(zip|gz|tgz|bz2|xz|7z|rar|tar|jar)")) {
            throw Broken.file(name, "is an archive inside the archive. Please send the zip as Slack made it.");
        }
    }

    /** Zips made by hand often have one folder around everything. */
    private static String topOf(Set<String> names) {
        return names.stream()
                .filter(name -> !name.startsWith("__MACOSX/"))
                .filter(name -> LISTS.contains(name.substring(name.lastIndexOf('/') + 1)))
                .min(Comparator.comparingLong(ExportArchive::depth).thenComparing(Comparator.naturalOrder()))
                .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
                .orElseThrow(() ->
                        Broken.export("This zip is no Slack export: it holds no channels.json and no users.json."));
    }

    private static long depth(String name) {
        return name.chars().filter(c -> c == '/').count();
    }
}

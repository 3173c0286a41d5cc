package org.postmortemflow.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about source files as text, under one folder; each returns what breaks it, in words. */
record SourceRules(Path root) {

    private static final Set<String> COUNTED = Set.of("java", "html", "js", "mjs", "css", "sql");
    private static final Pattern BUILT = Pattern.compile("^(\\.git|target|data)\\b|node_modules");
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_DELEGATE = 25;
    private static final Pattern ENGINE_TABLE = Pattern.compile("(?i)\\bact_(ru|hi|re|ge|id)_");

    /** No file is above 300 lines. */
    List<String> tooLong() {
        return files().filter(
                        file -> COUNTED.contains(extension(file)) && lines(file).size() > LONGEST_FILE)
                .map(file -> file + " has " + lines(file).size() + " lines, " + LONGEST_FILE + " are allowed")
                .toList();
    }

    /** A delegate leads a service task to one use case: from its declaration on 25 lines at most. */
    List<String> delegatesThatDoTooMuch() {
        return files().filter(file -> file.getFileName().toString().endsWith("Delegate.java"))
                .filter(file -> declared(file) > LONGEST_DELEGATE)
                .map(file -> file + " declares " + declared(file) + " lines, " + LONGEST_DELEGATE + " are allowed")
                .toList();
    }

    /** Every package says at its door what it is for, and is null-marked. */
    List<String> packagesWithoutDoorSign() {
        return files().filter(file -> extension(file).equals("java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !hasDoorSign(folder.resolve("package-info.java")))
                .map(folder -> folder + " needs a package-info.java with its purpose and @NullMarked")
                .toList();
    }

    /** The engine's tables are read by the engine; our pages read ours. */
    List<String> readersOfEngineTables() {
        return files().filter(file -> Set.of("java", "sql").contains(extension(file)))
                .filter(file -> !file.toString().replace('\\', '/').contains("/process/"))
                .filter(file -> lines(file).stream()
                        .anyMatch(line -> ENGINE_TABLE.matcher(line).find()))
                .map(file -> file + " names a table of the engine")
                .toList();
    }

    private Stream<Path> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file ->
                            !BUILT.matcher(root.relativize(file).toString()).find())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasDoorSign(Path sign) {
        return Files.exists(sign)
                && lines(sign).get(0).startsWith("/**")
                && lines(sign).stream().anyMatch(line -> line.contains("NullMarked"));
    }

    private static long declared(Path file) {
        return lines(file).stream()
                .dropWhile(line -> !line.matches("(public |final |abstract )*(class|record|enum|interface) .*"))
                .count();
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

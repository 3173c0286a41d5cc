import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Prints, for each folder of test reports, how many tests ran, failed and were skipped. Run: java TestSummary.java folder... */
class TestSummary {

    public static void main(String[] folders) throws Exception {
        for (String folder : folders) {
            int[] sums = new int[4];
            for (Path report : reports(Path.of(folder))) {
                Element suite = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(report.toFile())
                        .getDocumentElement();
                String[] counts = {"tests", "failures", "errors", "skipped"};
                for (int i = 0; i < counts.length; i++) {
                    sums[i] += Integer.parseInt(suite.getAttribute(counts[i]));
                }
            }
            System.out.printf(
                    "%s: Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%n",
                    Path.of(folder).getFileName(), sums[0], sums[1], sums[2], sums[3]);
        }
    }

    private static List<Path> reports(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
    }
}

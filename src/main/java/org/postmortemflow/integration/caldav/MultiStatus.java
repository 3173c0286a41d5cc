package org.postmortemflow.integration.caldav;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An answer about several entries (RFC 4918 §13). */
final class MultiStatus {

    private MultiStatus() {}

    /** The paths of the entries. @throws IOException when it cannot be read */
    static List<String> hrefs(String body) throws IOException {
        return texts(body, "DAV:", "href").map(String::strip).toList();
    }

    /** The entries' own texts (RFC 4791 §9.6). @throws IOException when it cannot be read */
    static List<String> calendars(String body) throws IOException {
        return texts(body, "urn:ietf:params:xml:ns:caldav", "calendar-data").toList();
    }

    private static Stream<String> texts(String body, String namespace, String name) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // no entities, from outside or inside
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            NodeList found =
                    builder.parse(new InputSource(new StringReader(body))).getElementsByTagNameNS(namespace, name);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> found.item(i).getTextContent());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("unreadable answer", e);
        }
    }
}

package org.postmortemflow.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.postmortemflow.lab.Addresses.Address;
import org.springframework.web.bind.annotation.RequestMethod;

/** Requests whose form is wrong rather than a value: too deep, too long, of another kind, with lying names and headers. */
final class BadBodies {

    private static final String JSON = "application/json";
    private static final String BOUNDARY = "lab-boundary";
    private static final int TEN_MEGABYTES = 10 << 20;

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json;charset=utf-7",
            "application/json;charset=nothing",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data;boundary=\"",
            "text/calendar;charset=x",
            "message/rfc822",
            "*/*",
            "nonsense");

    private static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Accept", "application/xml"),
            Map.entry("Accept", "nonsense"),
            Map.entry("Accept", "text/html;q=high"),
            Map.entry("Accept-Language", "\"'><script>, x-x-x-x-x-x-x-x-x-x-x-x, *;q=2"),
            Map.entry("Cookie", "JSESSIONID=../../etc/passwd; JSESSIONID=\"; a=b;;;"),
            Map.entry("Range", "bytes=0-1,5-3,-999999999999999999999"),
            Map.entry("If-None-Match", "W/\"a\", \"b, *"),
            Map.entry("If-Modified-Since", "the day before yesterday"),
            Map.entry("X-Forwarded-For", "\"'><script>, 10.0.0.1"),
            Map.entry("X-Forwarded-Host", "evil.example\"'><script>"),
            Map.entry("X-Forwarded-Proto", "javascript"),
            Map.entry("X-Forwarded-Port", "99999999"),
            Map.entry("X-Forwarded-Prefix", "//evil.example/<script>"),
            Map.entry("Forwarded", "host=evil.example:99999;proto=;for=\"[x\""),
            Map.entry("Origin", "null"),
            Map.entry("Authorization", "Basic !!!"),
            Map.entry("Authorization", "Basic Og=="),
            Map.entry("Authorization", "Bearer "),
            Map.entry("Authorization", "Bearer pmf_" + "x".repeat(3_000)),
            Map.entry("Content-Encoding", "gzip"),
            Map.entry("Expect", "nonsense"));

    private final Guest guest;
    private final Map<String, String> real;

    BadBodies(Guest guest, Map<String, String> real) {
        this.guest = guest;
        this.real = Map.copyOf(real);
    }

    /** Every address that changes something gets each of the wrong kinds of bodies. */
    int everywhere() throws IOException, InterruptedException {
        int addresses = 0;
        String deep = "{\"title\":".repeat(20_000) + "1" + "}".repeat(20_000);
        String deepList = "[".repeat(100_000);
        for (Address address : Addresses.all()) {
            if (address.method() != RequestMethod.GET) {
                addresses++;
                String where = address.filled(real);
                String method = address.method().name();
                for (String body :
                        List.of(deep, deepList, "", "null", "1", "\"x\"", "{", "\ufeff{}", "{\"a\":1e999999999}")) {
                    guest.json(method, where, body);
                }
                guest.send(
                        method, where, JSON, BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}));
                for (String type : TYPES) {
                    guest.send(method, where, type, BodyPublishers.ofString("a=b&a=%zz&=&%00=1"));
                }
            }
        }
        return addresses;
    }

    /** Ten megabytes to each operation of REST, to the webhook and to a form. */
    void large() throws IOException, InterruptedException {
        String ten = "x".repeat(TEN_MEGABYTES);
        for (Address address : Addresses.all()) {
            if (address.method() == RequestMethod.POST && !address.pattern().startsWith("/postmortems/")) {
                guest.json("POST", address.filled(real), "{\"title\":\"" + ten + "\",\"reason\":\"" + ten + "\"}");
            }
        }
        guest.postForm("/incidents/new", List.of(Map.entry("_csrf", token()), Map.entry("title", ten)));
        guest.send("POST", "/api/calendar/replies", "text/calendar", BodyPublishers.ofString(ten));
        guest.send("POST", "/api/calendar/replies", "message/rfc822", BodyPublishers.ofString(ten));
        guest.send(
                "POST",
                "/api/postmortems/import",
                "text/markdown",
                BodyPublishers.ofString("# T\n\n" + "- x\n".repeat(1 << 20)));
        guest.send(
                "POST",
                "/api/postmortems/import",
                "text/markdown",
                BodyPublishers.ofString("# T\n\n" + "> ".repeat(200_000) + "[".repeat(200_000)));
    }

    void headers() throws IOException, InterruptedException {
        for (String address :
                List.of("/", "/api/postmortems", "/api/postmortems/" + real.get("id"), "/login", "/nothing")) {
            for (Map.Entry<String, String> header : HEADERS) {
                HttpRequest.Builder request = guest.request(address);
                try {
                    request.setHeader(header.getKey(), header.getValue());
                } catch (IllegalArgumentException theClientRefuses) {
                    continue;
                }
                guest.send(request);
            }
            for (String method :
                    List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "HEAD", "PROPFIND", "NONSENSE")) {
                guest.send(guest.request(address).method(method, BodyPublishers.noBody()));
            }
        }
        for (String signature :
                List.of("", "v1=", "v1=zz", "v1=" + "0".repeat(64), "v2=x,v1=" + "f".repeat(7_000), ",,,", "\ttrue")) {
            guest.send(guest.request("/webhooks/pagerduty")
                    .header("Content-Type", JSON)
                    .header("X-PagerDuty-Signature", signature)
                    .POST(BodyPublishers.ofString("{}")));
        }
    }

    /** Files with lying names and contents, to each page that takes files. */
    void files() throws IOException, InterruptedException {
        String postmortem = "/postmortems/" + real.get("id");
        List<String> names = List.of(
                "../../../x.png",
                "C:\\\\x.png",
                "a.png\u0000.html",
                "%2e%2e%2fx.png",
                "x".repeat(3_000) + ".png",
                "\u202egnp.exe",
                HostileText.MARKUP.replace("\"", "%22") + ".png",
                "=1+1.png",
                "con.png",
                "",
                ".",
                "..");
        byte[] markup = ("<svg xmlns=\"http://www.w3.org/2000/svg\">" + HostileText.ELEMENT + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
        byte[] entities = ("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\"><!ENTITY a \""
                        + "a".repeat(1_000) + "\">]><svg>&e;" + "&a;".repeat(1_000) + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
        for (String name : names) {
            upload(postmortem + "/attachments", "file", name, markup);
            upload(
                    "/import",
                    "files",
                    name.replace(".png", ".md"),
                    ("# T\n\n" + HostileText.MARKUP).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bomb = bomb();
        for (String name : List.of("a.svg", "a.xml", "a.html", "a.pdf", "a.zip", "a.md", "a.json")) {
            for (byte[] content :
                    List.of(entities, bomb, new byte[0], new byte[] {'P', 'K', 3, 4}, new byte[TEN_MEGABYTES])) {
                upload(postmortem + "/attachments", "file", name, content);
                upload(postmortem + "/timeline/sources", "file", name, content);
                upload("/import", "files", name, content);
            }
        }
    }

    private void upload(String address, String field, String name, byte[] content)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token()
                + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: image/svg+xml\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        guest.send(
                "POST",
                address,
                "multipart/form-data;boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** A gigabyte of zeros, in a megabyte. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("channels.json", "users.json", "ops/2026-06-10.json")) {
                zip.putNextEntry(new ZipEntry(name));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 340; i++) {
                    zip.write(zeros);
                }
            }
        }
        return bytes.toByteArray();
    }

    private String token() throws IOException, InterruptedException {
        return Jsoup.parse(guest.get("/incidents/new").body())
                .select("input[name=_csrf]")
                .attr("value");
    }
}

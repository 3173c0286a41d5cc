package org.postmortemflow.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What our product would be without an outbox: it takes an incident, commits it, answers, and sends the mail in a thread. Run
 * in a process of its own: {@code port, JDBC address, SMTP port}.
 */
final class UnsafeSender {

    private static final Pattern TITLE = Pattern.compile("\"title\":\"([^\"]+)\"");
    private static final int THREADS = 4;

    private final ExecutorService mails = Executors.newFixedThreadPool(THREADS);
    private final AtomicInteger waiting = new AtomicInteger();
    private final String database;
    private final int smtpPort;

    private UnsafeSender(String database, int smtpPort) {
        this.database = database;
        this.smtpPort = smtpPort;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        UnsafeSender sender = new UnsafeSender(arguments[1], Integer.parseInt(arguments[2]));
        try (Connection connection = sender.connect()) {
            connection
                    .createStatement()
                    .execute("create table if not exists incident (title varchar(300) primary key)");
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/api/incidents", sender::take);
        server.createContext("/waiting", sender::tellWaiting);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher title = TITLE.matcher(body);
        boolean taken = title.find() && keep(title.group(1));
        if (taken) {
            for (String address : Lists.ADDRESSES) {
                waiting.incrementAndGet();
                mails.execute(() -> send(address, title.group(1)));
            }
            exchange.getResponseHeaders().add("Location", "/" + UUID.randomUUID());
        }
        exchange.sendResponseHeaders(taken ? 201 : 500, -1);
        exchange.close();
    }

    private boolean keep(String title) {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("insert into incident values (?)")) {
            insert.setString(1, title);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "");
    }

    private void send(String address, String title) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), smtpPort);
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String message = "Message-ID: <%s@lab>\r\nSubject: %s\r\n\r\nHello %s\r\n."
                    .formatted(UUID.randomUUID(), MailCheck.SUBJECT.formatted(title), address);
            String[] lines = {"EHLO lab", "MAIL FROM:<a@lab>", "RCPT TO:<" + address + ">", "DATA", message, "QUIT"};
            for (String line : lines) {
                in.readLine();
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            in.readLine();
        } catch (IOException lost) {
            System.err.println("A mail was lost: " + lost);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void tellWaiting(HttpExchange exchange) throws IOException {
        byte[] text = waiting.toString().getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }
}

package org.postmortemflow.lab;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postmortemflow.journey.Waiting;

/**
 * An SMTP server on loopback that keeps what it is given, and is as unreliable as it is told to be. It can go away and come back
 * on the same port.
 */
final class Sink implements AutoCloseable {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Random random = new Random(6);
    private final Duration slow;
    private final int refusedPercent;
    private final int lostPercent;
    private final int port;
    private volatile ServerSocket server;

    /**
     * @param to the address; one message has one
     * @param content what a reader sees: subject and every part
     * @param confirmed false when the connection was cut instead of an answer: whoever sent it cannot know
     */
    record Arrival(String to, String messageId, String subject, String content, boolean confirmed) {}

    /** Reliable. */
    Sink(Duration slow) {
        this(slow, 0, 0);
    }

    /**
     * @param slow how long it takes to accept a message
     * @param refusedPercent of all recipients, for the moment (451)
     * @param lostPercent of all messages: taken, and then the connection is cut instead of an answer
     */
    Sink(Duration slow, int refusedPercent, int lostPercent) {
        this.slow = slow;
        this.refusedPercent = refusedPercent;
        this.lostPercent = lostPercent;
        this.server = listen(0);
        this.port = server.getLocalPort();
    }

    /** Settings that lead a node's mail here. */
    String[] settings() {
        return new String[] {"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + port};
    }

    int port() {
        return port;
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Nobody listens any more, and who was talking is cut off. */
    void goAway() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    void comeBack() {
        server = listen(port);
    }

    @Override
    public void close() throws IOException {
        goAway();
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            start(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                start(() -> talk(socket));
            }
        } catch (IOException closed) {
            // it went away
        }
    }

    private void talk(Socket socket) {
        open.add(socket);
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout((int) LONGEST_SILENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            say(out, "220 lab");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> say(out, "250 fine");
                    case "RCPT" -> {
                        to = line.replaceAll(".*<(.*)>.*", "$1");
                        say(out, happens(refusedPercent) ? "451 not now" : "250 fine");
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        byte[] message = message(in);
                        Waiting.pause(slow);
                        boolean confirmed = !happens(lostPercent);
                        arrivals.add(arrival(to, message, confirmed));
                        if (!confirmed) {
                            return;
                        }
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "502 what?");
                }
            }
        } catch (IOException gone) {
            // whoever it was has been killed, or we went away
        } finally {
            open.remove(socket);
        }
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private static byte[] message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("cut off in the middle of a message");
            }
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Arrival arrival(String to, byte[] raw, boolean confirmed) throws IOException {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            String subject = message.getSubject();
            return new Arrival(to, message.getMessageID(), subject, subject + content(message), confirmed);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static String content(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart many) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < many.getCount(); i++) {
                all.append(content(many.getBodyPart(i)));
            }
            return all.toString();
        }
        return part.getContentType() + new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "sink");
        thread.setDaemon(true);
        thread.start();
    }
}

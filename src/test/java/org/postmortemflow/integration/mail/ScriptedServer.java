package org.postmortemflow.integration.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that answers as it is told, also as no library's server would: wrong greetings, silence, hanging up. */
final class ScriptedServer implements AutoCloseable {

    /**
     * Answers by command; {@code greeting} comes first, {@code end} answers the end of the data, {@code MAIL#2} the second
     * MAIL of a connection.
     */
    record Script(Map<String, String> answers) {

        static final String HANG_UP = "hang up";
        static final String SILENCE = "silence";

        static Script friendly() {
            return new Script(Map.of(
                    "greeting", "220 hello",
                    "EHLO", "250-hello\r\n250 AUTH PLAIN",
                    "AUTH", "235 welcome",
                    "DATA", "354 go on",
                    "QUIT", "221 bye"));
        }

        Script with(String when, String answer) {
            Map<String, String> other = new HashMap<>(answers);
            other.put(when, answer);
            return new Script(other);
        }

        String answer(String when) {
            return answers.getOrDefault(when, "250 ok");
        }
    }

    private final ServerSocket socket = new ServerSocket(0);
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Script script;

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    /** What came between DATA and the final dot. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException theClientLeftOrTheTestIsOver) {
                // the next client, if any, gets a new connection
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Map<String, Integer> times = new HashMap<>();
        boolean on = say(client, in, script.answer("greeting"));
        for (String line = on ? in.readLine() : null; on && line != null; line = on ? in.readLine() : null) {
            String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            commands.add(command);
            String numbered = command + "#" + times.merge(command, 1, Integer::sum);
            String answer = script.answers().getOrDefault(numbered, script.answer(command));
            on = say(client, in, answer) && !command.equals("QUIT");
            if (on && command.equals("DATA") && script.answer("DATA").startsWith("354")) {
                bodies.add(body(in));
                on = say(client, in, script.answer("end"));
            }
        }
    }

    private static String body(BufferedReader in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            body.append(line).append('\n');
        }
        return body.toString();
    }

    /** False when the conversation is over. */
    private static boolean say(Socket client, BufferedReader in, String answer) throws IOException {
        if (answer.equals(Script.HANG_UP)) {
            return false;
        }
        if (answer.equals(Script.SILENCE)) {
            in.readLine();
            return false;
        }
        OutputStream out = client.getOutputStream();
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

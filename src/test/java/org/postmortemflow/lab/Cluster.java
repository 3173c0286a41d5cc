package org.postmortemflow.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Two nodes on one PostgreSQL, with a mail server. Mail that is refused for the moment is tried again soon, as minutes would be long here. */
final class Cluster implements AutoCloseable {

    /** How long a job stays with a node that took it; after that the node counts as dead. */
    static final Duration LOCK_TIME = Duration.ofSeconds(20);

    /** So that a node's share of the work waits for as short as the product allows when it is killed. */
    private static final String[] SOON = {
        "--postmortem.outbox.lease=6s",
        "--postmortem.outbox.retry-after=1s",
        "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK_TIME.toMillis()
    };

    final Postgres postgres;
    final List<Node> nodes;

    /** Starts all, and waits until both nodes are ready. */
    Cluster(String name, Path folder, Sink sink) throws IOException {
        postgres = new Postgres(folder.resolve("postgres"));
        String[] settings = Stream.of(postgres.settings(), sink.settings(), SOON, new String[] {Lists.setting(folder)})
                .flatMap(Stream::of)
                .toArray(String[]::new);
        nodes = List.of(
                new Node(name + "-1", folder(folder, "one"), Node.QUICK_TO_START, settings),
                new Node(name + "-2", folder(folder, "two"), Node.QUICK_TO_START, settings));
        try {
            for (Node node : nodes) {
                node.start();
            }
            nodes.forEach(Node::ready);
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    Node node(int number) {
        return nodes.get(number % nodes.size());
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        postgres.close();
    }

    private static Path folder(Path parent, String name) throws IOException {
        return Files.createDirectories(parent.resolve(name));
    }
}

package org.postmortemflow;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Several nodes of the whole application on one new PostgreSQL, all in this JVM, each on a port of its own. */
public final class Nodes implements AutoCloseable {

    private final List<String> settings;
    private final Class<?>[] sources;
    private final List<ConfigurableApplicationContext> running = new CopyOnWriteArrayList<>();

    /**
     * @param settings of all nodes, {@code name=value}
     * @param more configuration beside the application itself
     */
    public Nodes(List<String> settings, Class<?>... more) {
        this.settings = Stream.of(
                        PostgresServer.emptyDatabase(),
                        List.of(
                                "server.port=0",
                                "spring.main.banner-mode=off",
                                "spring.profiles.active=postgres",
                                "postmortem.mailbox=target/mailbox",
                                "postmortem.wording.languagetool=false"),
                        settings)
                .flatMap(List::stream)
                .map(setting -> "--" + setting)
                .toList();
        this.sources = Stream.concat(Stream.of(PostmortemFlowApplication.class), Stream.of(more))
                .toArray(Class<?>[]::new);
    }

    /** One more node, which is ready. @param own settings, {@code name=value}, before those of all */
    public ConfigurableApplicationContext start(String... own) {
        String[] all = Stream.concat(Arrays.stream(own).map(setting -> "--" + setting), settings.stream())
                .toArray(String[]::new);
        ConfigurableApplicationContext node = new SpringApplicationBuilder(sources).run(all);
        running.add(node);
        return node;
    }

    /** Where it listens. */
    public static int port(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        running.forEach(ConfigurableApplicationContext::close);
    }
}

package org.postmortemflow.lab;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.PostmortemFlowApplication;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.process.PostmortemKey;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The application, in a process of its own, with a defect: the job that announces a certain postmortem ends the process. */
final class DeadlyJob {

    /** The title of the incident that does it. */
    static final String TITLE = "The one that ends the program";

    private static final int KILLED = 137;

    private DeadlyJob() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(PostmortemFlowApplication.class, Defect.class).run(args);
    }

    /** A process with its address, whose log is {@code target/lab/deadly-job.log}. */
    record Running(Process process, URI base) {}

    static Running start(Path folder, String... settings) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path log = Files.createDirectories(Path.of("target", "lab")).resolve("deadly-job.log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                classes(),
                DeadlyJob.class.getName(),
                "--server.address=localhost",
                "--server.port=" + port,
                "--postmortem.wording.languagetool=false"));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Running(process, URI.create("http://localhost:" + port));
    }

    /** As this test has them; a runner of tests may hide them behind a jar of its own. */
    private static String classes() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""))
                + File.pathSeparator
                + Path.of("target", "test-classes").toAbsolutePath();
    }

    /** Stands before the delegate. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Defect {

        @Bean
        static BeanPostProcessor defect(BeanFactory beans) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("announcePostmortemDelegate") && bean instanceof JavaDelegate original
                            ? deadly(original, beans)
                            : bean;
                }
            };
        }

        private static JavaDelegate deadly(JavaDelegate original, BeanFactory beans) {
            return execution -> {
                String title = beans.getBean(Postmortems.class)
                        .get(PostmortemKey.of(execution))
                        .title();
                if (title.equals(TITLE)) {
                    Runtime.getRuntime().halt(KILLED);
                }
                original.execute(execution);
            };
        }
    }
}

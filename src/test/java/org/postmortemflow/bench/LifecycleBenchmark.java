package org.postmortemflow.bench;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postmortemflow.bench.Lifecycles.Figures;
import org.postmortemflow.bench.Lifecycles.Measured;
import org.postmortemflow.process.Answers;
import org.postmortemflow.shared.Step;

/** A Sev-1 with all its steps, by one person at a time, in the application and in the bare engine on the same models. */
class LifecycleBenchmark {

    @Test
    void aLifecycleNextToTheBareEngine() throws Exception {
        Map<Step, Map<String, Object>> answers = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            answers.put(step, new HashMap<>(Answers.to(step)));
        }
        long begun = System.nanoTime();
        try (WholeApplication application = new WholeApplication(answers)) {
            double applicationReady = seconds(begun);
            begun = System.nanoTime();
            try (BareEngine engine = new BareEngine(answers)) {
                double engineReady = seconds(begun);
                List<Figures> figures = Lifecycles.measure(List.of(
                        new Measured(applicationReady, application.database(), application::lifecycle),
                        new Measured(engineReady, engine.database(), engine::lifecycle)));
                print(figures.get(0), figures.get(1));
            }
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(Figures whole, Figures bare) {
        System.out.printf(
                Locale.ROOT,
                """

                H2 in memory, median of one lifecycle   application   bare engine   ratio
                start-up to ready, s                    %11.1f   %11.1f   %5.2f
                one lifecycle, ms                       %11.1f   %11.1f   %5.2f
                SQL statements                          %11d   %11d   %5.2f
                commits                                 %11d   %11d   %5.2f

                """,
                whole.readySeconds(),
                bare.readySeconds(),
                whole.readySeconds() / bare.readySeconds(),
                whole.millis(),
                bare.millis(),
                whole.millis() / bare.millis(),
                whole.statements(),
                bare.statements(),
                (double) whole.statements() / bare.statements(),
                whole.commits(),
                bare.commits(),
                (double) whole.commits() / bare.commits());
    }
}

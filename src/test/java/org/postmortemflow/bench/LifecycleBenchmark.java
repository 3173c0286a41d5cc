package org.postmortemflow.bench;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecycleBenchmark {

    @Test
    void aLifecycleNextToTheBareEngine() throws Exception {
        long begun = System.nanoTime();
        try (BareEngine bare = new BareEngine(Map.of())) {
            double ready = (System.nanoTime() - begun) / 1e9;
            System.out.println(Lifecycles.measure(ready, bare.database(), bare::lifecycle));
        }
    }
}

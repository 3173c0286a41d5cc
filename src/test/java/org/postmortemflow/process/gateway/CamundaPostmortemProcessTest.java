package org.postmortemflow.process.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.util.ReflectionTestUtils;

@ProcessTest
class CamundaPostmortemProcessTest {

    @Autowired
    CamundaPostmortemProcess process;

    @Test
    void anInstanceThatTheEngineDoesNotFindForAMomentIsACollisionAndCanBeTriedAgain() {
        Object engine = ReflectionTestUtils.getField(process, "runtimeService");
        ReflectionTestUtils.setField(process, "runtimeService", withGap(RuntimeService.class));
        try {
            assertThatThrownBy(() -> process.deadlinesChanged(new PostmortemId(UUID.randomUUID())))
                    .isInstanceOf(ConcurrencyFailureException.class)
                    .hasRootCauseInstanceOf(NullPointerException.class);
        } finally {
            ReflectionTestUtils.setField(process, "runtimeService", engine);
        }
    }

    /** A database's gap cannot be had on request. There is an instance, and telling it something fails as it does in the engine. */
    private static <T> T withGap(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                CamundaPostmortemProcessTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("correlate")) {
                        throw new NullPointerException("processInstance is null");
                    }
                    Class<?> answer = method.getReturnType();
                    if (answer == String.class) {
                        return "an id";
                    }
                    return answer == Object.class ? withGap(ProcessInstance.class) : withGap(answer);
                }));
    }
}

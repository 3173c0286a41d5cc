package org.postmortemflow.process.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.process.People;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.util.ReflectionTestUtils;

@ProcessTest
class CamundaPostmortemProcessTest {

    @Autowired
    CamundaPostmortemProcess process;

    @Autowired
    Walk walk;

    private final Map<String, Object> engine = new HashMap<>();

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @AfterEach
    void engineAsItWas() {
        engine.forEach((field, service) -> ReflectionTestUtils.setField(process, field, service));
    }

    @Test
    void anInstanceThatTheEngineDoesNotFindForAMomentIsACollisionAndCanBeTriedAgain() {
        replace("runtimeService", RuntimeService.class, "org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd");

        assertThatThrownBy(() -> process.deadlinesChanged(new PostmortemId(UUID.randomUUID())))
                .isInstanceOf(ConcurrencyFailureException.class)
                .hasRootCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void whoCompletesAStepInThatMomentIsAskedToTryAgain() {
        PostmortemId id = walk.incident(Severity.SEV_2);
        replace("formService", FormService.class, "org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd");

        assertThatThrownBy(() ->
                        process.complete(id, Step.DESIGNATE_OWNER, new StepAnswers(new HashMap<>()), People.COMMANDER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Please try again");
        assertThat(walk.openSteps(id)).contains(Step.DESIGNATE_OWNER);
    }

    @Test
    void aMistakeOfOursIsNoCollision() {
        replace("runtimeService", RuntimeService.class, "org.postmortemflow.process.Anything");

        assertThatThrownBy(() -> process.deadlinesChanged(new PostmortemId(UUID.randomUUID())))
                .isInstanceOf(NullPointerException.class);
    }

    private void replace(String field, Class<?> type, String stumbled) {
        engine.put(field, Objects.requireNonNull(ReflectionTestUtils.getField(process, field)));
        ReflectionTestUtils.setField(process, field, withGap(type, stumbled));
    }

    /**
     * A database's gap cannot be had on request. There is an instance, and telling it something fails as it does in the engine.
     *
     * @param stumbled the class in which it fails
     */
    private static <T> T withGap(Class<T> type, String stumbled) {
        return type.cast(Proxy.newProxyInstance(
                CamundaPostmortemProcessTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    if (Set.of("correlate", "submitTaskForm").contains(method.getName())) {
                        NullPointerException gap = new NullPointerException("processInstance is null");
                        gap.setStackTrace(
                                new StackTraceElement[] {new StackTraceElement(stumbled, "execute", null, 1)});
                        throw gap;
                    }
                    Class<?> answer = method.getReturnType();
                    if (answer == String.class) {
                        return "an id";
                    }
                    return answer == Object.class
                            ? withGap(ProcessInstance.class, stumbled)
                            : withGap(answer, stumbled);
                }));
    }
}

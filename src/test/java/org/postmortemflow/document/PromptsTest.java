package org.postmortemflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class PromptsTest {

    private final Prompts prompts = new Prompts();

    PromptsTest() throws IOException {}

    @ParameterizedTest
    @EnumSource
    void everySectionHasItsQuestions(SectionName section) {
        assertThat(prompts.of(section).ask()).isNotEmpty().allMatch(question -> !question.isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline", "followUps", "externalMessage"})
    void soHasWhatIsWrittenOnOtherPages(String key) {
        assertThat(prompts.of(key).ask()).isNotEmpty();
    }

    @Test
    void theAnalysisHasAllOfR18AndR19AndR27() {
        Prompts.Aid aid = prompts.of(SectionName.CONTRIBUTING_FACTORS);

        assertThat(aid.classQuestions()).hasSize(5);
        assertThat(aid.groups())
                .extracting(Prompts.Group::label)
                .containsExactly("Cues", "Knowledge", "Goals", "Assessment", "Action", "Help", "Process");
        assertThat(aid.biases()).hasSize(4);
        assertThat(aid.dos()).hasSize(4);
        assertThat(aid.donts()).hasSize(4);
    }

    /** R19: what and how, not who and why. */
    @ParameterizedTest
    @EnumSource
    void noQuestionAsksWhoOrWhy(SectionName section) {
        Prompts.Aid aid = prompts.of(section);

        assertThat(aid.ask()).noneMatch(question -> question.startsWith("Why"));
        assertThat(aid.groups())
                .flatExtracting(Prompts.Group::questions)
                .noneMatch(question -> question.matches("(Who|Why)\\b.*"));
    }

    @Test
    void anUnknownSectionHasNone() {
        assertThatThrownBy(() -> prompts.of("nothing")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theFragmentShowsThemInADetailsElement() {
        assertThat(shown(SectionName.CONTRIBUTING_FACTORS))
                .contains("<details class=\"prompts\">")
                .contains("Which class of trouble is it?")
                .contains("Cues")
                .contains("Check your own view")
                .contains("Don't");
        assertThat(shown("usersAffected"))
                .contains("How many users")
                .doesNotContain("Which class of trouble is it?")
                .doesNotContain("<dl")
                .doesNotContain("<h3>");
    }

    /** As a page includes it. */
    private String shown(Object section) {
        GenericApplicationContext beans = new GenericApplicationContext();
        beans.getBeanFactory().registerSingleton("prompts", prompts);
        beans.refresh();
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        Map<String, Object> model = Map.of(
                "section",
                section,
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return engine.process("document/prompts", Set.of("of"), new Context(Locale.ENGLISH, model));
    }
}

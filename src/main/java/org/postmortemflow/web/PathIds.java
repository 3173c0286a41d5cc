package org.postmortemflow.web;

import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take {@code PostmortemId} and {@code Step} (by its key) from the path. */
@Configuration(proxyBeanMethods = false)
class PathIds implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, PostmortemId.class, PostmortemId::parse);
        registry.addConverter(String.class, Step.class, Step::ofKey);
    }
}

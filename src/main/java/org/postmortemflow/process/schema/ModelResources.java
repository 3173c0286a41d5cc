package org.postmortemflow.process.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms under names that do not depend on where they were read from ({@code processes/...},
 * {@code forms/...}), so that a jar and a classes folder deploy the same and {@code embedded:deployment:forms/...} finds its
 * form.
 */
@Component
class ModelResources extends DefaultDeploymentConfiguration {

    @Override
    public Set<Resource> getDeploymentResources() {
        return super.getDeploymentResources().stream()
                .map(ModelResources::underStableName)
                .collect(Collectors.toSet());
    }

    private static Resource underStableName(Resource resource) {
        try {
            String url = resource.getURL().toString();
            int folder = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/"));
            return new Named(resource.getContentAsByteArray(), url.substring(folder + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine takes a byte array resource's description as its name. */
    private static final class Named extends ByteArrayResource {

        private final String name;

        Named(byte[] content, String name) {
            super(content);
            this.name = name;
        }

        @Override
        public String getDescription() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && named.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}

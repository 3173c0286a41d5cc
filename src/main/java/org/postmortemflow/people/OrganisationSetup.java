package org.postmortemflow.people;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Reads the organisation file once; one that is wrong stops the start. */
@Configuration(proxyBeanMethods = false)
class OrganisationSetup {

    /** Who gets the password of the setting {@code postmortem.admin.password}. */
    private static final PersonId ADMIN = new PersonId("admin");

    private static final Logger log = LoggerFactory.getLogger(OrganisationSetup.class);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * @param location a resource, for example {@code file:/etc/postmortem-flow/organisation.yaml}
     * @param adminPassword plain, from the environment; blank for none
     */
    @Bean
    Organisation organisation(
            @Value("${postmortem.organisation:classpath:organisation/demo.yaml}") Resource location,
            @Value("${postmortem.admin.password:}") String adminPassword,
            RoleGrants grants) {
        Organisation organisation = read(location, adminPassword, grants);
        if (organisation.persons().stream()
                .noneMatch(person -> organisation.encodedPassword(person.id()).isPresent())) {
            log.warn(
                    "Nobody can sign in yet: {} holds no passwords. Set the environment variable"
                            + " POSTMORTEM_ADMIN_PASSWORD for the person 'admin', or give persons a 'password: \"{bcrypt}...\"'.",
                    location.getDescription());
        }
        long cheap = organisation.persons().stream()
                .flatMap(person -> organisation.encodedPassword(person.id()).stream())
                .filter(PasswordRules::isCheap)
                .count();
        if (cheap > 0) {
            log.warn(
                    "{} passwords in {} are cheap to try: encode them again with a cost of 10 or more",
                    cheap,
                    location);
        }
        return organisation;
    }

    static Organisation read(Resource location, String adminPassword) {
        return read(location, adminPassword, null);
    }

    private static Organisation read(Resource location, String adminPassword, @Nullable RoleGrants grants) {
        OrganisationFile file = parse(location);
        List<String> problems = OrganisationCheck.problemsOf(file);
        if (!problems.isEmpty()) {
            throw new UnusableOrganisation(location, problems);
        }
        YamlOrganisation organisation = new YamlOrganisation(file, Map.of(), grants);
        if (adminPassword.isBlank()) {
            return organisation;
        }
        if (organisation.person(ADMIN).isEmpty() || !organisation.isAdministrator(ADMIN)) {
            throw new UnusableOrganisation(
                    location,
                    List.of(
                            "postmortem.admin.password is set, but there is no person 'admin' among the administrators"));
        }
        PasswordRules.problemOf(adminPassword).ifPresent(problem -> {
            throw new UnusableOrganisation(
                    location, List.of("postmortem.admin.password: please choose another one: " + problem));
        });
        String encoded =
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(adminPassword);
        return new YamlOrganisation(file, Map.of(ADMIN, encoded), grants);
    }

    private static OrganisationFile parse(Resource location) {
        try (InputStream content = location.getInputStream()) {
            OrganisationFile file = YAML.readValue(content, OrganisationFile.class);
            if (file == null) {
                throw new UnusableOrganisation(location, List.of("there is nothing in it"));
            }
            return file;
        } catch (IOException e) {
            throw new UnusableOrganisation(location, List.of(String.valueOf(e.getMessage())));
        }
    }
}

package org.postmortemflow.demo.history;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.incident.Criterion;
import org.springframework.core.io.ClassPathResource;

/**
 * What happens in a kind of incident, from {@code demo/incidents.yaml}. It can happen several times.
 *
 * @param services by id; the first one is hit first
 * @param factors contributing factors, the one that comes back first
 * @param criteria why a lesser incident gets a postmortem (R1); empty when it gets none
 * @param customers the cause as customers are told; null when they noticed nothing
 */
record Plot(
        List<String> services,
        List<String> titles,
        SeenBy seen,
        List<String> factors,
        String happened,
        String resolution,
        String functionality,
        String well,
        String notSoWell,
        List<Criterion> criteria,
        List<Action> followUps,
        @Nullable String customers) {

    /** Who noticed it first. */
    enum SeenBy {
        MONITORING,
        CUSTOMERS,
        COLLEAGUES
    }

    /** A follow-up; {@code team} by id. */
    record Action(String title, FollowUp.Kind kind, String team) {}

    static List<Plot> all() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = new ClassPathResource("demo/incidents.yaml").getInputStream()) {
            return List.of(yaml.readValue(file, Plot[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.postmortemflow.incident;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.postmortemflow.TestClock;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The incident room on the real tables, without engine and web; each test makes an incident of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJpaTest(properties = "spring.datasource.url=jdbc:h2:mem:incident-slice;DB_CLOSE_DELAY=-1")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(IncidentSlice.Neighbours.class)
@interface IncidentSlice {

    /** The room itself and what it needs of others. */
    @TestConfiguration
    @ComponentScan(
            basePackages = {"org.postmortemflow.incident", "org.postmortemflow.lifecycle.store"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.incident\\.web\\..*"))
    @Import(OrganisationTime.class)
    class Neighbours {

        @Bean
        ProcessSpy process() {
            return new ProcessSpy();
        }

        @Bean
        Organisation organisation() {
            return new SmallOrganisation();
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}

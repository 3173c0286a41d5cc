package org.postmortemflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postmortemflow.attachment.AttachmentSettings;
import org.postmortemflow.audit.AuditSettings;
import org.postmortemflow.calendar.CalendarSettings;
import org.postmortemflow.digest.DigestSettings;
import org.postmortemflow.escalation.EscalationLadder;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.operations.ReviewSettings;
import org.postmortemflow.reminder.ReminderSettings;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineSettings;
import org.postmortemflow.sla.MeetingPolicy;
import org.postmortemflow.sla.MeetingPolicy.Rule;
import org.postmortemflow.sla.MeetingPolicy.Unit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

/** The capabilities on the real tables with the demo organisation, without engine, mail and web. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJpaTest(
        showSql = false,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:room-slice;DB_CLOSE_DELAY=-1",
            "postmortem.deadlines.watch-enabled=false",
            "postmortem.reminders.enabled=false",
            "postmortem.digests.enabled=false",
            "postmortem.figures.every=1h"
        })
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(RoomSlice.Rooms.class)
@ExtendWith(ClockAtStart.class)
public @interface RoomSlice {

    /** The rooms, and what stands in for those outside. */
    @TestConfiguration
    @ComponentScan(
            basePackages = {
                "org.postmortemflow.people",
                "org.postmortemflow.access",
                "org.postmortemflow.audit",
                "org.postmortemflow.incident",
                "org.postmortemflow.lifecycle",
                "org.postmortemflow.ownership",
                "org.postmortemflow.document",
                "org.postmortemflow.timeline",
                "org.postmortemflow.comment",
                "org.postmortemflow.attachment",
                "org.postmortemflow.followup",
                "org.postmortemflow.announcement",
                "org.postmortemflow.meeting",
                "org.postmortemflow.calendar",
                "org.postmortemflow.review",
                "org.postmortemflow.readership",
                "org.postmortemflow.search",
                "org.postmortemflow.sla",
                "org.postmortemflow.deadline",
                "org.postmortemflow.reminder",
                "org.postmortemflow.digest",
                "org.postmortemflow.dashboard",
                "org.postmortemflow.operations",
                "org.postmortemflow.escalation",
                "org.postmortemflow.ledger",
                "org.postmortemflow.privacy"
            },
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
                @ComponentScan.Filter(TestConfiguration.class)
            })
    @ComponentScan(
            basePackages = "org.postmortemflow.overview",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*AccountablePeople",
                                ".*PostmortemLists",
                                ".*SaveView",
                                ".*overview\\.store\\.Jdbc.*"
                            }))
    @EnableConfigurationProperties({
        AttachmentSettings.class,
        AuditSettings.class,
        CalendarSettings.class,
        DeadlineSettings.class,
        MailSettings.class,
        ReminderSettings.class,
        DigestSettings.class,
        ReviewSettings.class
    })
    @Import({Links.class, MailText.class, Scene.class, OutboxSpy.class, ProcessSpy.class})
    class Rooms {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        EscalationLadder escalationLadder() {
            List<String> higher = List.of("engineering-manager", "director");
            return (step, rung) -> rung > 2
                    ? higher.get(Math.min(rung, 4) - 3)
                    : step == Step.DRAFT_EXTERNAL_MESSAGE ? "customer-liaison" : "incident-commander";
        }

        @Bean
        MeetingPolicy meetingPolicy() {
            return (severity, rule) -> severity == org.postmortemflow.shared.Severity.SEV_1
                    ? new Rule(3, Unit.CALENDAR_DAYS)
                    : new Rule(5, Unit.BUSINESS_DAYS);
        }
    }
}

package org.postmortemflow.process.schema;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindowManager;

/** The hours in which the engine cleans up, each night in the organisation's zone; the engine itself knows only the machine's. */
final class CleanupWindow implements BatchWindowManager {

    private final HistorySettings settings;
    private final ZoneId zone;

    CleanupWindow(HistorySettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    @Override
    public BatchWindow getCurrentOrNextBatchWindow(Date date, ProcessEngineConfigurationImpl engine) {
        LocalDate day = day(date).minusDays(1);
        while (!window(day).getEnd().after(date)) {
            day = day.plusDays(1);
        }
        return window(day);
    }

    @Override
    public BatchWindow getNextBatchWindow(Date date, ProcessEngineConfigurationImpl engine) {
        LocalDate day = day(date);
        while (!window(day).getStart().after(date)) {
            day = day.plusDays(1);
        }
        return window(day);
    }

    @Override
    public boolean isBatchWindowConfigured(ProcessEngineConfigurationImpl engine) {
        return true;
    }

    private LocalDate day(Date date) {
        return date.toInstant().atZone(zone).toLocalDate();
    }

    /** The one that begins on this day; where the clock goes forward, it may be shorter. */
    private BatchWindow window(LocalDate day) {
        LocalDate end = settings.until().isAfter(settings.from()) ? day : day.plusDays(1);
        return new BatchWindow(
                Date.from(day.atTime(settings.from()).atZone(zone).toInstant()),
                Date.from(end.atTime(settings.until()).atZone(zone).toInstant()));
    }
}

package org.postmortemflow.wording.spelling;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.wording.OrganisationWords;
import org.postmortemflow.wording.Spelling;
import org.postmortemflow.wording.WordingSettings;
import org.postmortemflow.wording.domain.Finding;
import org.postmortemflow.wording.domain.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Checks one text after the other on a thread of its own, which is there only while there is something to check: the checker
 * must not be used by two threads, and takes seconds to load. What it found is kept by text, so pages never wait.
 */
@Component
class LanguageToolSpelling implements Spelling, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageToolSpelling.class);
    private static final int KEPT_TEXTS = 500;
    private static final int WAITING_TEXTS = 100;

    private final boolean switchedOn;
    private final English english;
    private final Map<String, List<Slip>> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Slip>> eldest) {
            return size() > KEPT_TEXTS;
        }
    };
    private final Set<String> waiting = new HashSet<>();
    private final ThreadPoolExecutor worker;

    @Autowired
    LanguageToolSpelling(WordingSettings settings, OrganisationWords words) {
        this(settings.languagetool(), new English(words.known()));
    }

    LanguageToolSpelling(boolean switchedOn, English english) {
        this.switchedOn = switchedOn;
        this.english = english;
        worker = new ThreadPoolExecutor(
                1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_TEXTS), LanguageToolSpelling::thread);
        worker.allowCoreThreadTimeOut(true);
    }

    @Override
    public Result of(Passage passage) {
        if (!switchedOn) {
            return Result.NOTHING;
        }
        List<Slip> slips = ask(passage.text());
        return slips == null
                ? new Result(List.of(), false)
                : new Result(slips.stream().map(slip -> slip.in(passage)).toList(), true);
    }

    private synchronized @Nullable List<Slip> ask(String text) {
        List<Slip> slips = known.get(text);
        if (slips == null && waiting.add(text)) {
            try {
                worker.execute(() -> look(text));
            } catch (RejectedExecutionException busy) {
                waiting.remove(text);
            }
        }
        return slips;
    }

    private void look(String text) {
        List<Slip> slips = List.of();
        try {
            slips = english.slipsIn(text);
        } catch (Exception | LinkageError | StackOverflowError broken) {
            LOG.warn("Spelling of one text could not be checked; it counts as right", broken);
        }
        keep(text, slips);
    }

    private synchronized void keep(String text, List<Slip> slips) {
        known.put(text, slips);
        waiting.remove(text);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "spelling");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    /** A mistake at a place of a text. */
    record Slip(boolean spelling, int from, int to, String better) {

        Finding in(Passage passage) {
            return English.finding(this, passage);
        }
    }
}

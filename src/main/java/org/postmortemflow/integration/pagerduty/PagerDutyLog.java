package org.postmortemflow.integration.pagerduty;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.FoundEvents;
import org.postmortemflow.timeline.TimelineSource;
import org.postmortemflow.timeline.UploadedFile;
import org.springframework.stereotype.Component;

/** What {@code GET /incidents/{id}/log_entries} and {@code /incidents/{id}/notes} answer, one or several pages after another. */
@Component
class PagerDutyLog implements TimelineSource {

    private static final int LONGEST = 10 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(1_000_000)
                    .maxNestingDepth(60)
                    .maxNumberLength(100)
                    .build())
            .build());

    @Override
    public String name() {
        return "PagerDuty";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        for (byte one : beginning) {
            if (one == '{' || one == '[') {
                return true;
            }
            boolean mayStandBefore =
                    one <= ' ' && one >= 0 || one == (byte) 0xEF || one == (byte) 0xBB || one == (byte) 0xBF;
            if (!mayStandBefore) {
                return false;
            }
        }
        return false;
    }

    @Override
    public FoundEvents read(UploadedFile file) {
        List<JsonNode> pages = pages(file);
        LogPages log = new LogPages();
        pages.forEach(log::add);
        if (!log.isAny()) {
            throw refused(file, "holds neither \"log_entries\" nor \"notes\", which PagerDuty's answers have.");
        }
        return log.found();
    }

    private static List<JsonNode> pages(UploadedFile file) {
        try (InputStream in = file.content().open()) {
            byte[] body = in.readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw refused(file, "is longer than 10 MB.");
            }
            List<JsonNode> pages = new ArrayList<>();
            try (MappingIterator<JsonNode> each = JSON.readerFor(JsonNode.class).readValues(body)) {
                while (each.hasNextValue()) {
                    JsonNode page = each.nextValue();
                    if (page.isArray()) {
                        page.forEach(pages::add);
                    } else {
                        pages.add(page);
                    }
                }
            }
            return pages;
        } catch (JsonProcessingException unreadable) {
            int line = unreadable.getLocation() == null
                    ? 1
                    : unreadable.getLocation().getLineNr();
            throw refused(file, "is not complete JSON: it stops making sense at line %d.".formatted(line));
        } catch (IOException unreadable) {
            throw refused(file, "cannot be read as text in UTF-8.");
        }
    }

    private static Refused refused(UploadedFile file, String why) {
        String name = file.name().replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
        String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
        return new Refused("file", shown + " " + why + " Nothing was kept.");
    }
}

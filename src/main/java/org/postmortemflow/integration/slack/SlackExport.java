package org.postmortemflow.integration.slack;

import java.io.IOException;
import java.util.zip.ZipException;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.FoundEvents;
import org.postmortemflow.timeline.TimelineSource;
import org.postmortemflow.timeline.UploadedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The zip that Slack hands out as an export of channels. */
@Component
class SlackExport implements TimelineSource {

    private static final Logger LOG = LoggerFactory.getLogger(SlackExport.class);

    static final String UNEXPECTED = "The zip cannot be read. Please export it again.";

    private final SlackSettings settings;

    SlackExport(SlackSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "Slack";
    }

    /** Every zip, also an empty or a cut one: the reader says more precisely what is wrong with it. */
    @Override
    public boolean recognises(byte[] beginning) {
        return beginning.length > 2 && beginning[0] == 'P' && beginning[1] == 'K' && beginning[2] < 9;
    }

    @Override
    public FoundEvents read(UploadedFile file) {
        try (ExportArchive archive = ExportArchive.open(file, settings)) {
            return new ExportReader(archive, settings).read();
        } catch (Refused refused) {
            throw refused;
        } catch (ZipException | java.io.EOFException damaged) {
            throw Broken.export("The zip is damaged or did not arrive whole. Please export or send it again.");
        } catch (IOException | RuntimeException unexpected) {
            // a zip can be crooked in ways that the JDK answers with whatever its code stumbles over
            LOG.info("A Slack export could not be read", unexpected);
            throw Broken.export(UNEXPECTED);
        }
    }
}

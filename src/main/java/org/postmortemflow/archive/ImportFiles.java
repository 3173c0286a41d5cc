package org.postmortemflow.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postmortemflow.archive.ImportOutcome.State;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Imports files one by one, each in a transaction of its own: what is wrong with one does not stop the others. */
@Component
public class ImportFiles {

    /** Said when more files come than are taken at once. */
    public static final String TOO_MANY =
            "Please send at most %d files at once. None of these was imported.".formatted(ImportFile.MOST);

    private static final Logger LOG = LoggerFactory.getLogger(ImportFiles.class);

    private final ImportOne importOne;
    private final Permissions permissions;

    ImportFiles(ImportOne importOne, Permissions permissions) {
        this.importOne = importOne;
        this.permissions = permissions;
    }

    /**
     * What became of each file, in their order.
     *
     * @param again whether files that were imported before are imported once more
     * @throws Refused without permission, without files, or with too many
     */
    public List<ImportOutcome> importAll(List<ImportFile> files, boolean again, PersonId by) {
        permissions.requireImport(by);
        if (files.isEmpty()) {
            throw new Refused("files", "Please choose at least one Markdown file, or paste a document.");
        }
        if (files.size() > ImportFile.MOST) {
            throw new Refused("files", TOO_MANY);
        }
        List<ImportOutcome> outcomes = new ArrayList<>();
        files.forEach(file -> outcomes.add(one(file, again, by)));
        return outcomes;
    }

    private ImportOutcome one(ImportFile file, boolean again, PersonId by) {
        String name = file.plainName();
        try {
            ImportReport report = importOne.run(file, again, by);
            return new ImportOutcome(name, State.IMPORTED, report.postmortem(), report, Map.of());
        } catch (KnownContent known) {
            return new ImportOutcome(name, State.KNOWN, known.first(), null, known.problems());
        } catch (Refused refused) {
            return new ImportOutcome(name, State.REFUSED, null, null, refused.problems());
        } catch (DataIntegrityViolationException meanwhile) {
            return importOne
                    .known(importOne.hash(file), by)
                    .map(first -> new KnownContent(first))
                    .map(known -> new ImportOutcome(name, State.KNOWN, known.first(), null, known.problems()))
                    .orElseGet(() -> failed(name, meanwhile));
        } catch (RuntimeException failure) {
            return failed(name, failure);
        }
    }

    private static ImportOutcome failed(String name, RuntimeException failure) {
        LOG.error("A file could not be imported", failure);
        Map<String, String> problem =
                Map.of("file", "This could not be imported; the mistake is ours. Nothing of it was kept.");
        return new ImportOutcome(name, State.REFUSED, null, null, problem);
    }
}

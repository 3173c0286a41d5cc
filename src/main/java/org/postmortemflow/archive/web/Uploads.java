package org.postmortemflow.archive.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.postmortemflow.archive.ImportFile;
import org.springframework.web.multipart.MultipartFile;

/** Files of an upload; no more of each is read than may be. */
final class Uploads {

    private Uploads() {}

    /** Browsers send an empty part when no file is chosen: it is none. */
    static List<ImportFile> files(List<MultipartFile> parts) {
        return parts.stream()
                .filter(part -> !part.isEmpty() || hasName(part))
                .map(Uploads::file)
                .toList();
    }

    private static boolean hasName(MultipartFile part) {
        String name = part.getOriginalFilename();
        return name != null && !name.isEmpty();
    }

    private static ImportFile file(MultipartFile part) {
        String name = part.getOriginalFilename();
        try (InputStream content = part.getInputStream()) {
            return new ImportFile(name == null ? "" : name, content.readNBytes(ImportFile.LARGEST + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

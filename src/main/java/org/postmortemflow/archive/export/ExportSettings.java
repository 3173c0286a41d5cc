package org.postmortemflow.archive.export;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code postmortem.export.*}.
 *
 * @param fonts a folder of TrueType fonts ({@code *.ttf}) for letters that the fonts shipped do not have; null for none
 */
@ConfigurationProperties("postmortem.export")
public record ExportSettings(@Nullable Path fonts) {}

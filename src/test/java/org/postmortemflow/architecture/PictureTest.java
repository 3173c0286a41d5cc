package org.postmortemflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The picture in the README shows the model as it is. */
class PictureTest {

    @ParameterizedTest
    @MethodSource("org.postmortemflow.architecture.ModelsTest#models")
    void thePictureIsDrawnFromTheModel(Model model) throws IOException, NoSuchAlgorithmException {
        byte[] source = Files.readAllBytes(Path.of("processes", model.name() + ".bpmn"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(source));

        assertThat(Path.of("docs", model.name() + ".svg"))
                .as("draw it again: npm run render in tools")
                .content()
                .contains("sha256:" + hash);
    }
}

package org.postmortemflow.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.lifecycle.CancelPostmortem;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.test.context.TestPropertySource;

/** Limits are small here: 1 MB for a file, 3 MB for a postmortem. */
@RoomSlice
@TestPropertySource(properties = {"postmortem.attachments.per-file=1MB", "postmortem.attachments.per-postmortem=3MB"})
class AttachFileTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId HANA = new PersonId("hana");
    private static final PersonId ADMIN = new PersonId("admin");
    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    Scene scene;

    @Autowired
    AttachFile attachFile;

    @Autowired
    DeleteAttachment deleteAttachment;

    @Autowired
    AttachmentRights rights;

    @Autowired
    Attachments attachments;

    @Autowired
    CancelPostmortem cancelPostmortem;

    private PostmortemId id;

    @BeforeEach
    void aPostmortem() {
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
    }

    @Test
    void whatGoesInComesOutByteByByteAcrossAllParts() throws IOException {
        byte[] large = Samples.png(MEGABYTE);
        Attachment attachment = attach("graph.png", large);

        try (InputStream content = attachments.content(attachment)) {
            assertThat(content.readAllBytes()).isEqualTo(large);
        }
        try (InputStream content = attachments.content(attachment)) {
            assertThat(content.read()).isEqualTo(0x89);
        }
        assertThat(attachments.of(id)).containsExactly(attachment);
        assertThat(attachment.sha256()).matches("[0-9a-f]{64}");
        assertThat(scene.history(id)).contains("Attached graph.png.");
    }

    /** A stream of a file refuses to be read once it is closed; one of an array does not. */
    @Test
    void aTextIsReadFromAFileAsServersKeepUploads(@TempDir Path folder) throws IOException {
        Path upload = Files.writeString(folder.resolve("upload.tmp"), "minute,errors\n".repeat(10_000));
        Attachment attachment =
                attachFile.attach(id, "data.csv", "", Files.size(upload), new FileSystemResource(upload), BEN);

        assertThat(attachments.content(attachment)).hasBinaryContent(Files.readAllBytes(upload));
    }

    @Test
    void aFileAboveItsLimitIsRefusedAndOneAtItIsNot() {
        attach("graph.png", Samples.png(MEGABYTE));

        assertThatThrownBy(() -> attach("graph.png", Samples.png(MEGABYTE + 1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsEntry(
                                        "file",
                                        "This file is larger than 1 MB. Please attach a smaller one, or a link to where it is."));
        assertThat(attachments.of(id)).hasSize(1);
    }

    @Test
    void allFilesTogetherStayBelowTheirLimitAndADeletedOneMakesRoom() {
        Attachment first = attach("1.png", Samples.png(MEGABYTE));
        attach("2.png", Samples.png(MEGABYTE));
        attach("3.png", Samples.png(MEGABYTE));

        assertThatThrownBy(() -> attach("4.png", Samples.PNG)).hasMessageContaining("at most 3 MB together");
        assertThat(attachments.of(id)).hasSize(3);
        assertThat(scene.history(id)).doesNotContain("Attached 4.png.");

        deleteAttachment.delete(first, BEN);
        attach("4.png", Samples.png(MEGABYTE));

        assertThat(attachments.of(id)).extracting(Attachment::name).containsExactly("2.png", "3.png", "4.png");
    }

    @Test
    void ofUploadsAtTheSameMomentAllAreKeptThatFit() throws Exception {
        int uploads = 6;
        ExecutorService browsers = Executors.newFixedThreadPool(uploads);
        CyclicBarrier together = new CyclicBarrier(uploads);
        Callable<Boolean> upload = () -> {
            together.await();
            try {
                attach("graph.png", Samples.png(MEGABYTE));
                return true;
            } catch (Refused refused) {
                return false;
            }
        };
        List<Future<Boolean>> results = browsers.invokeAll(java.util.Collections.nCopies(uploads, upload));
        browsers.shutdown();

        int kept = 0;
        for (Future<Boolean> result : results) {
            kept += result.get() ? 1 : 0;
        }
        assertThat(kept).isEqualTo(3);
        assertThat(attachments.of(id)).hasSize(3);
    }

    @Test
    void whatCannotBeAttachedLeavesNothingBehind() {
        assertThatThrownBy(() -> attach("graph.svg", Samples.text("<svg onload='alert(1)'/>")))
                .hasMessageContaining("What counts is what is in the file");
        assertThatThrownBy(() -> attach("empty.txt", new byte[0])).hasMessage("This file is empty.");
        assertThatThrownBy(() -> attach("run.txt", new byte[] {'M', 'Z', 0, 1})).isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        attachFile.attach(id, "a.png", "a".repeat(301), 1, new ByteArrayResource(Samples.PNG), BEN))
                .isInstanceOf(Refused.class);

        assertThat(attachments.of(id)).isEmpty();
    }

    @Test
    void theMarkdownShowsAnImageAndLinksToAFile() {
        Attachment image = attach("a](b) ![c.png", Samples.PNG);
        Attachment file = attach("data.csv", Samples.text("a,b\n"));

        assertThat(image.markdown())
                .isEqualTo("![a\\](b) \\!\\[c.png](/postmortems/" + id + "/attachments/" + image.id() + ")");
        assertThat(file.markdown()).isEqualTo("[data.csv](/postmortems/" + id + "/attachments/" + file.id() + ")");
    }

    @Test
    void uploaderOwnerCommanderAndAdministratorDeleteAndNobodyElse() {
        Attachment attachment = attach("graph.png", Samples.PNG);

        assertThat(List.of(BEN, ADA, ADMIN)).allMatch(person -> rights.mayDelete(attachment, person));
        assertThat(rights.mayDelete(attachment, HANA)).isFalse();
        assertThatThrownBy(() -> deleteAttachment.delete(attachment, HANA)).isInstanceOf(Refused.class);
        assertThat(attachments.of(id)).hasSize(1);

        deleteAttachment.delete(attachment, ADA);

        assertThat(attachments.of(id)).isEmpty();
        assertThatThrownBy(() -> attachments.content(attachment).readAllBytes()).isInstanceOf(IOException.class);
        assertThat(scene.history(id)).contains("Deleted the attachment graph.png.");
    }

    @Test
    void aCancelledPostmortemIsReadOnly() {
        Attachment attachment = attach("graph.png", Samples.PNG);
        cancelPostmortem.cancel(id, "Opened for a test", ADMIN);

        assertThatThrownBy(() -> attach("more.png", Samples.PNG)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> deleteAttachment.delete(attachment, BEN)).isInstanceOf(Refused.class);
        assertThat(attachments.of(id)).hasSize(1);
    }

    private Attachment attach(String name, byte[] content) {
        return attachFile.attach(id, name, "", content.length, new ByteArrayResource(content), BEN);
    }
}

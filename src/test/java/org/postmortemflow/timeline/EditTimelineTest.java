package org.postmortemflow.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.timeline.Items.item;
import static org.postmortemflow.timeline.TimelineKind.ACTION;
import static org.postmortemflow.timeline.TimelineKind.PAGE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.TimelineChange.Action;
import org.springframework.beans.factory.annotation.Autowired;

/** R17: a timeline is written by several people, row by row, always in the order of time. */
@RoomSlice
class EditTimelineTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BEN = new PersonId("ben");

    @Autowired
    Scene scene;

    @Autowired
    Timelines timelines;

    @Autowired
    TimelineRows rows;

    @Autowired
    EditTimeline edit;

    @Autowired
    TypedFigures typed;

    @Autowired
    Figures figures;

    @Autowired
    Documents documents;

    @Autowired
    Postmortems postmortems;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        id = scene.postmortem(SEV_1);
    }

    @Test
    void rowsAtTheSameInstantStayAsTheyWereWrittenAndOneIsInsertedBetween() {
        TimelineItem first = said("first");
        TimelineItem last = said("last");
        edit.add(id, List.of(first), null, ADA);
        edit.add(id, List.of(last), null, ADA);
        edit.add(id, List.of(item("11:00", PAGE)), null, ADA);

        edit.add(id, List.of(said("between 1"), said("between 2")), first.id(), BEN);

        assertThat(timelines.of(id))
                .extracting(TimelineItem::event)
                .containsExactly("Page at 11:00", "first", "between 1", "between 2", "last");
    }

    @Test
    void whoSavesTooLateIsToldAndOverwritesNothing() {
        TimelineItem item = said("first");
        edit.add(id, List.of(item), null, ADA);
        edit.save(id, said(item, "Ben's words"), 0, BEN);

        assertThatThrownBy(() -> edit.save(id, said(item, "Ada's words"), 0, ADA))
                .isInstanceOfSatisfying(RowChanged.class, changed -> {
                    assertThat(changed.last()).isNotNull();
                    assertThat(changed.last().by()).isEqualTo(BEN);
                });
        assertThatThrownBy(() -> edit.delete(id, item.id(), 0, ADA)).isInstanceOf(RowChanged.class);
        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Ben's words");

        edit.save(id, said(item, "Ada's words"), 1, ADA);
        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Ada's words");
    }

    @Test
    void everyChangeIsKeptWithWhoMadeItAndADeletedRowCanBePutBack() {
        TimelineItem item = said("first");
        edit.add(id, List.of(item), null, ADA);
        edit.save(id, said(item, "better"), 0, BEN);
        edit.save(id, said(item, "better"), 1, ADA);
        edit.hide(id, item.id(), true, 1, ADA);
        edit.hide(id, item.id(), false, 2, ADA);
        edit.delete(id, item.id(), 3, BEN);
        assertThat(timelines.of(id)).isEmpty();

        edit.putBack(id, item.id(), ADA);
        edit.putBack(id, item.id(), ADA);

        assertThat(timelines.of(id)).containsExactly(said(item, "better"));
        assertThat(rows.changes(id))
                .extracting(TimelineChange::action)
                .containsExactly(
                        Action.ADDED, Action.CHANGED, Action.HIDDEN, Action.SHOWN, Action.DELETED, Action.ADDED);
        assertThat(rows.changes(id)).extracting(TimelineChange::by).containsExactly(ADA, BEN, ADA, ADA, BEN, ADA);
    }

    @Test
    void whatCameTogetherKeepsTheOrderAsWrittenUntilSomebodySaysTheTimeIsRight() {
        TimelineItem late = item("11:08", ACTION);
        TimelineItem early = item("11:07", ACTION);
        timelines.add(id, List.of(late, early), ADA);

        assertThat(timelines.of(id)).containsExactly(early, late);
        assertThat(findings().outOfOrder()).hasSize(1);

        edit.confirmTime(id, early.id(), 0, BEN);
        assertThat(findings().outOfOrder()).isEmpty();
    }

    @Test
    void theSameItemsTwiceAreThereOnceAndAnotherPostmortemHasItsOwn() {
        List<TimelineItem> items = List.of(item("11:08", ACTION), item("11:09", ACTION));
        PostmortemId other = scene.postmortem(SEV_1);

        timelines.add(id, items, ADA);
        timelines.add(id, items, ADA);
        timelines.add(other, items, ADA);

        assertThat(timelines.of(id)).isEqualTo(items);
        assertThat(timelines.of(other)).hasSize(2).doesNotContainAnyElementsOf(items);
    }

    @Test
    void replacingLeavesWhatStaysTheSameUntouched() {
        TimelineItem stays = item("11:00", ACTION);
        TimelineItem goes = item("11:01", ACTION);
        timelines.add(id, List.of(stays, goes), ADA);
        TimelineRow before = rows.of(id).get(0);

        timelines.replace(id, List.of(stays, item("11:02", ACTION)), BEN);

        assertThat(rows.of(id)).hasSize(2).first().isEqualTo(before);
        assertThat(timelines.of(id)).doesNotContain(goes);
    }

    /** R8: a closed postmortem takes corrections; R16: the figures are those of the corrected timeline. */
    @Test
    void aCorrectionAfterClosingIsMarkedAndTheFiguresFollow() {
        timelines.add(id, Items.wholeIncident(), ADA);
        close();
        TimelineItem resolved = timelines.of(id).get(7);
        assertThat(figures.of(id).toResolve().minutes()).isEqualTo(119);
        assertThat(scene.history(id)).noneMatch(line -> line.startsWith("Corrected"));

        TimelineItem later = new TimelineItem(
                resolved.id(), Items.at("13:51"), resolved.event(), resolved.kind(), resolved.source(), false);
        edit.save(id, later, rows.row(id, resolved.id()).orElseThrow().version(), BEN);

        assertThat(figures.of(id).toResolve().minutes()).isEqualTo(130);
        assertThat(scene.history(id))
                .endsWith("Corrected after closing: Timeline, row changed: \"" + resolved.event() + "\"");
        TimelineItem added = said("first");
        edit.add(id, List.of(added), null, BEN);
        edit.delete(id, added.id(), 0, BEN);
        assertThat(scene.history(id))
                .endsWith(
                        "Corrected after closing: Timeline, row added: \"first\"",
                        "Corrected after closing: Timeline, row deleted: \"first\"");
    }

    private void close() {
        for (Status status : List.of(Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED)) {
            postmortems.moveTo(id, status, ADA, null);
        }
    }

    @Test
    void anEndedPostmortemIsReadOnly() {
        TimelineItem item = said("first");
        edit.add(id, List.of(item), null, ADA);
        postmortems.moveTo(id, Status.CANCELLED, ADA, "not needed");

        assertThat(edit.isOpen(id)).isFalse();
        assertThatThrownBy(() -> edit.save(id, said(item, "later"), 0, ADA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> edit.add(id, List.of(said("more")), null, ADA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> edit.delete(id, item.id(), 0, ADA)).isInstanceOf(Refused.class);
        assertThat(timelines.of(id)).containsExactly(item);
    }

    @Test
    void typedFiguresThatDisagreeWithTheTimelineArePointedOutR16() {
        timelines.add(id, Items.wholeIncident(), ADA);
        documents.write(
                id,
                Map.of(
                        SectionName.VISIBLE_MINUTES, "40",
                        SectionName.MINUTES_SEV_1, "57",
                        SectionName.MINUTES_SEV_2, "about half an hour"),
                ADA);

        assertThat(typed.disagreements(id)).singleElement().satisfies(one -> {
            assertThat(one.section()).isEqualTo(SectionName.VISIBLE_MINUTES);
            assertThat(one.typed()).isEqualTo(40);
            assertThat(one.told().minutes()).isEqualTo(67);
        });
    }

    private TimelineFindings findings() {
        return TimelineFindings.of(rows.of(id), Duration.ofMinutes(30));
    }

    private static TimelineItem said(String event) {
        return TimelineItem.of(Items.at("12:00"), event, ACTION, "");
    }

    private static TimelineItem said(TimelineItem item, String event) {
        return new TimelineItem(item.id(), item.at(), event, item.kind(), item.source(), item.hidden());
    }
}

package org.postmortemflow.overview;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a list a name and an address that can be shared with everybody who signs in. It says which postmortems to look for, so each
 * reader sees those that they may read. Its maker can rename and delete it.
 */
@Component
public class SaveView {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUERY = 4000;
    private static final int MOST = 100;

    private final SavedViews views;

    SaveView(SavedViews views) {
        this.views = views;
    }

    /** @throws Refused without a name, with one that the person has already, or when there are too many */
    @Transactional
    public SavedView save(@Nullable String name, String query, PersonId by) {
        String plain = named(name, by, null);
        new Problems()
                .when(query.length() > LONGEST_QUERY, "", "These are too many filters for one view.")
                .when(views.of(by).size() >= MOST, "", "You have 100 views. Please delete one first.")
                .refuseIfAny();
        SavedView view = new SavedView(UUID.randomUUID(), plain, query, by);
        views.add(view);
        return view;
    }

    @Transactional
    public void rename(UUID id, @Nullable String name, PersonId by) {
        own(id, by);
        views.rename(id, named(name, by, id));
    }

    @Transactional
    public void delete(UUID id, PersonId by) {
        own(id, by);
        views.delete(id);
    }

    private String named(@Nullable String name, PersonId by, @Nullable UUID renamed) {
        String plain = name == null ? "" : name.strip();
        List<SavedView> own = views.of(by);
        new Problems()
                .when(plain.isEmpty(), "name", "Please give the view a name.")
                .when(plain.length() > LONGEST_NAME, "name", "Please use at most 100 characters.")
                .when(
                        own.stream()
                                .anyMatch(one ->
                                        one.name().equals(plain) && !one.id().equals(renamed)),
                        "name",
                        "You have a view of this name already.")
                .refuseIfAny();
        return plain;
    }

    private void own(UUID id, PersonId by) {
        SavedView view = views.find(id).orElseThrow(() -> new NoSuchElementException("No view " + id));
        if (!view.madeBy().equals(by)) {
            throw new Refused("Only who made the view can change it. You can save one of your own.");
        }
    }
}

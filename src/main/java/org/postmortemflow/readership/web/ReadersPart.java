package org.postmortemflow.readership.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Pool;
import org.postmortemflow.readership.Privacy;
import org.postmortemflow.readership.Reader;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who must read it, who has, and for whom alone it is. Names are for those who asked; others see how many. */
@Component
@Order(600)
class ReadersPart implements PostmortemPart {

    private final Readership readership;
    private final Permissions permissions;
    private final Organisation organisation;

    ReadersPart(Readership readership, Permissions permissions, Organisation organisation) {
        this.readership = readership;
        this.permissions = permissions;
        this.organisation = organisation;
    }

    @Override
    public String template() {
        return "readership/part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        List<Reader> readers = readership.readers(postmortem.id());
        Optional<Privacy> privacy = readership.privacy(postmortem.id());
        boolean manages = permissions.mayChange(postmortem.id(), viewer);
        if (readers.isEmpty() && privacy.isEmpty() && !manages) {
            return Map.of();
        }
        List<Reader> mustRead = readers.stream().filter(Reader::mustRead).toList();
        Map<String, Object> part = new HashMap<>();
        part.put("id", postmortem.id());
        part.put("manages", manages);
        part.put("closed", postmortem.status() == Status.CLOSED);
        part.put("readers", manages ? mustRead : List.of());
        part.put(
                "mayRead", readers.stream().filter(reader -> !reader.mustRead()).toList());
        part.put("asked", mustRead.size());
        part.put(
                "read",
                mustRead.stream().filter(reader -> reader.readAt() != null).count());
        mustRead.stream()
                .filter(reader -> reader.person().equals(viewer))
                .findFirst()
                .ifPresent(mine -> part.put("mine", mine));
        privacy.ifPresent(known -> part.put("privacy", known));
        part.put("noReviewer", privacy.isPresent() && postmortem.status().isOpen() && !reviewerMayRead(postmortem));
        return part;
    }

    /** Without one, the review of a private postmortem waits for ever. */
    private boolean reviewerMayRead(Postmortem postmortem) {
        return organisation.pool(Pool.REVIEWERS).stream()
                .anyMatch(person -> readership.mayRead(postmortem.id(), person.id()));
    }
}

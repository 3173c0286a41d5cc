package org.postmortemflow.timeline.candidates;

import java.util.List;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TodoCandidate;
import org.postmortemflow.timeline.TodoCandidates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class OfferedTodos implements TodoCandidates {

    private final Candidates candidates;
    private final OpenForWriting open;

    OfferedTodos(Candidates candidates, OpenForWriting open) {
        this.candidates = candidates;
        this.open = open;
    }

    @Override
    public List<TodoCandidate> of(PostmortemId id) {
        return candidates.todos(id).stream().map(Todo::candidate).toList();
    }

    @Override
    @Transactional
    public void putAside(PostmortemId id, UUID todo, PersonId by) {
        open.require(id);
        candidates.todos(id).stream()
                .filter(one -> one.candidate().id().equals(todo))
                .findFirst()
                .ifPresent(one -> {
                    candidates.use(id, one.key(), null);
                    candidates.deleteTodo(id, todo);
                });
    }
}

package org.postmortemflow.ledger.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.ledger.LedgerEntry;
import org.postmortemflow.ledger.LedgerKind;
import org.postmortemflow.ledger.Ledgers;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that happened to one postmortem, in order. */
@Controller
class LedgerPage {

    private static final int ON_A_PAGE = 100;

    private final Ledgers ledgers;
    private final Postmortems postmortems;
    private final LedgerFile file;

    LedgerPage(Ledgers ledgers, Postmortems postmortems, LedgerFile file) {
        this.ledgers = ledgers;
        this.postmortems = postmortems;
        this.file = file;
    }

    @GetMapping("/postmortems/{id}/ledger")
    String show(
            @PathVariable PostmortemId id,
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        Set<LedgerKind> kinds = LedgerQuery.kinds(kind, new Problems());
        List<LedgerEntry> all = ledgers.of(id, kinds);
        int last = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int asked = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
        int shown = Math.min(Math.max(1, asked), last);
        model.addAttribute("postmortem", postmortems.get(id));
        model.addAttribute("kinds", LedgerKind.values());
        model.addAttribute("asked", kinds);
        model.addAttribute(
                "carried", kinds.stream().map(one -> "kind=" + one.key()).collect(Collectors.joining("&")));
        model.addAttribute("count", all.size());
        model.addAttribute("page", shown);
        model.addAttribute("last", last);
        model.addAttribute("entries", all.subList((shown - 1) * ON_A_PAGE, Math.min(all.size(), shown * ON_A_PAGE)));
        return "ledger/ledger";
    }

    @GetMapping("/postmortems/{id}/ledger.csv")
    ResponseEntity<byte[]> file(@PathVariable PostmortemId id, @RequestParam(defaultValue = "") List<String> kind) {
        return file.of(ledgers.of(id, LedgerQuery.kinds(kind, new Problems())));
    }
}

package org.postmortemflow.wording.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Nothing internal in what customers read (R23). Looks at the text as it is, addresses of links included. */
final class InternalCheck implements Check {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?<![\\w.]|version |release )(?:(?:10|127)(?:\\." + OCTET
                    + "){3}|192\\.168(?:\\." + OCTET + "){2}|172\\.(?:1[6-9]|2\\d|3[01])(?:\\." + OCTET
                    + "){2}|169\\.254(?:\\." + OCTET
                    + "){2}|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])(?:\\." + OCTET
                    + "){2}|f[cd][0-9a-f]{2}:[0-9a-f:]+|fe80:[0-9a-f:]+)(?![\\w]|\\.\\d)");

    private static final Pattern HOST = Pattern.compile(
            "(?i)(?<![\\w.-])(?:[a-z0-9-]{1,63}\\.){1,8}(?:internal|local|localdomain|lan|corp|intra|intranet|svc|consul|home\\.arpa)\\b"
                    + "|(?<![\\w.-])localhost\\b|(?<![\\w.-])ip(?:-\\d{1,3}){4}\\b"
                    + "|(?<![\\w.-])[a-z][a-z0-9]{0,40}(?:-[a-z0-9]{1,40}){0,10}-[a-f0-9]{8,10}-[a-z0-9]{5}\\b"
                    + "|(?<![\\w.-])(?:db|web|app|srv|server|node|host|vm|k8s|worker|redis|kafka|pg|postgres|mysql|mongo|lb|proxy"
                    + "|gw|es|prod|staging|stg)(?:-[a-z0-9]{1,40}){0,8}-?\\d{1,4}(?![\\w-]|\\.\\d)");

    /** Standards look like tickets: UTF-8, ISO-8601. */
    private static final Pattern TICKET =
            Pattern.compile("(?<![\\w/-])(?!(?:UTF|ISO|AES|SHA|TLS|SSL|RSA|RFC|HTTP|IPV|MD|IEEE|EN"
                    + "|DIN|ECMA|USB|COVID|SARS|GPT|UTC|GMT|CET|CEST|SEV|Q[1-4]|PDF|MP|DDR|WIN|X|CVE|PCI|FIPS|NIST|SOC|GDPR|EC|EU|EAN"
                    + "|ISBN|VAT|TIER|LEVEL|PHASE|TOP)-)[A-Z][A-Z0-9]{1,9}-\\d{1,6}(?![\\w-])");

    private record Kind(Pattern pattern, String better) {}

    private final List<Kind> kinds = new ArrayList<>();

    InternalCheck(Vocabulary vocabulary) {
        kinds.add(new Kind(ADDRESS, "Leave the address out: \"one of our servers\" says as much to customers."));
        String domains = Vocabulary.alternatives(vocabulary.internalDomains());
        if (!domains.isEmpty()) {
            kinds.add(new Kind(
                    Pattern.compile("(?i)(?:https?://)?(?<![\\w.-])(?:[a-z0-9-]{1,63}\\.){0,8}(?:" + domains
                            + ")(?![\\w-]|\\.\\w)(?::\\d+)?(?:/[^\\s)>\\]]*)?"),
                    "Leave the link out, or lead to a page that customers can open, such as the status page."));
        }
        kinds.add(new Kind(HOST, "Name what it does: \"one of our databases\", \"a server in Europe\"."));
        kinds.add(new Kind(TICKET, "Say what is done instead of the ticket's number."));
        kinds.add(new Kind(
                vocabulary.personPattern(), "Write \"we\" or \"our engineers\": persons are not named to customers."));
        Stream<String> emails = vocabulary.persons().stream().map(Vocabulary.Named::email);
        kinds.add(word(
                emails.filter(email -> !email.isBlank()).toList(), "Give the address of Customer Support instead."));
        Stream<String> codes = vocabulary.services().stream().filter(code -> code.matches(".*[-_.\\d].*"));
        kinds.add(word(codes.toList(), "Call the service what customers call it, for example \"the checkout\"."));
    }

    private static Kind word(List<String> words, String better) {
        String any = Vocabulary.alternatives(words);
        return new Kind(Pattern.compile(any.isEmpty() ? "(?!)" : "(?i)(?<![\\w-])(?:" + any + ")(?![\\w-])"), better);
    }

    @Override
    public Stream<Finding> of(Passage passage) {
        if (!passage.isForCustomers()) {
            return Stream.empty();
        }
        List<Finding> findings = new ArrayList<>();
        List<Span> sentences = Sentences.in(passage.text());
        for (Kind kind : kinds) {
            kind.pattern.matcher(passage.text()).results().map(Span::of).forEach(place -> {
                boolean known =
                        findings.stream().anyMatch(finding -> finding.place().meets(place));
                sentences.stream()
                        .filter(span -> span.holds(place.from()) && place.to() <= span.to() && !known)
                        .forEach(span -> findings.add(new Finding(Rule.INTERNAL, passage, span, place, kind.better)));
            });
        }
        return findings.stream();
    }
}

package org.postmortemflow.wording.domain;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A follow-up begins with a verb, says exactly what, and shows when it is done (R20). */
final class FollowUpChecks {

    /** What may stand before the sentence: "[Checkout]", "P1:", "1.", "Please", "To prevent this,". */
    private static final Pattern BEFORE =
            Phrases.pattern("^(?:\\s|\\[[^\\]]*\\]|\\([^)]*\\)|[-*#>]+|\\d+[.)]|P\\d:?|(?:todo|action"
                    + "|follow-up):|please\\b|also\\b|then\\b|always\\b|never\\b|(?:do not|don['’]t)(?= \\w)|(?:to|for|in|after|when|if"
                    + "|during|before|once) [^,]{3,60},|\\w+ly\\b){0,8}\\s*");

    private static final Pattern WISH = Phrases.pattern(
            "^(?:(?:we|you|they|someone|somebody|the team|engineers?) )?(?:should|must|could|need(?:s)? to|have to|has to|want to"
                    + "|will|ought to) (?:also )?(\\w.*)$");

    private static final Pattern GERUND = Phrases.pattern("^(\\w{2,}?)ing\\b(.*)$");

    private static final String THING =
            "(?:issues?|problems?|bugs?|causes?|root causes?|things?|stuff|it|this|that|these|systems?|code"
                    + "|code ?base|monitoring|alert(?:s|ing)|docs?|documentation|runbooks?|tests?|testing|logs?|logging|performance"
                    + "|reliability|stability|resilien(?:ce|cy)|scalability|security|process(?:es)?|procedures?|communications?|dashboards?"
                    + "|people|everybody|everyone|engineers|teams?|infra(?:structure)?|everything|errors?|failures?|quality"
                    + "|observability|training|improvements?|config(?:uration)?|service|application|app|setup|situation|coverage"
                    + "|tooling|robustness|availability|incidents?|metrics?|alarms?|awareness)";

    private static final Pattern VAGUE =
            Phrases.pattern("^(?:[\\w-]+(?: (?:up|out|into|at|on))?)(?: (?:the|our|all|any|some|more|better"
                    + "|additional|further|proper|general|overall|existing|good)){0,6} " + THING
                    + "(?: (?:and|&|/) " + THING
                    + ")?(?: (?:found|above|here|as well|too|in general|everywhere|generally))?\\W*$"
                    + "|^(?:fix|handle|address|resolve|solve|mend|tackle|deal with|correct|prevent)(?: (?:the|this|that|these|all|any)){0,4}"
                    + " (?:underlying |root )?(?:issues?|problems?|bugs?|causes?)(?: (?:that|which|found|with|of|we|from|described|above)\\b.*)?$"
                    + "|^(?:better|more|improved|additional) [\\w-]+\\W*$|^[\\w-]+ improvements?\\W*$"
                    + "|\\b(?:etc\\.?|and so on|and the like|and more|wh?ere(?:ver)? (?:necessary|needed|possible|appropriate)"
                    + "|(?:as|if|when) (?:needed|necessary|possible|required|appropriate))\\W*$"
                    + "|\\bstuff\\b");

    private static final Pattern OPEN_ENDED = Phrases.pattern(
            "^(?:investigate|explore|consider|think\\b|look\\b|monitor|watch|keep"
                    + "|continue|try|improve|increase|enhance|optimi[sz]e|strengthen|discuss|evaluate|research|analy[sz]e|understand|refactor"
                    + "|revisit|aim|work (?:on|towards)|pay attention|raise awareness|educate|train|reduce|decrease|minimi[sz]e|encourage"
                    + "|strive|figure out|review(?! the \\w+ \\w+ of)\\b(?= (?:our|all|the)? ?(?:processes|alerts|process)$))\\b");

    private static final Pattern RESTS_ON_CARE =
            Phrases.pattern("^(?:make (?:sure|certain)|ensure|be\\b|remember|remind|take care"
                    + "|double-check|ask (?:people|engineers|everybody|everyone|developers) to)\\b");

    private static final Pattern BOUND =
            Phrases.pattern("\\d|\\b(?:until|by (?:the end|mid|january|february|march|april|may|june|july"
                    + "|august|september|october|november|december|monday|friday)|and (?:open|write|post|report|decide|document|publish|record"
                    + "|list|present)\\w*|from .+ to|below|above|at most|at least|less than|more than|fewer than|so that|one|two|three|four"
                    + "|five|ten|once)\\b|:\\s");

    private static final Pattern BY_MACHINE =
            Phrases.pattern("\\b(?:automat\\w*|by (?:a|an|the) [\\w -]*(?:test|check|job|alert|rule"
                    + "|lint\\w*|hook|policy|pipeline)|in the pipeline|with (?:a|an) [\\w -]*(?:test|check|job|alert|rule|lint\\w*|hook|policy"
                    + "|alarm))\\b|\\d");

    static final List<Check> ALL = List.of(
            check(Rule.VERB_FIRST, (title, rest) -> verbFirst(rest)),
            check(Rule.SPECIFIC, (title, rest) -> specific(rest)),
            check(Rule.BOUNDED, (title, rest) -> bounded(rest)));

    private FollowUpChecks() {}

    /** @param better empty when the rule is kept; gets the title, and the title without what stands before the sentence */
    private static Check check(Rule rule, BiFunction<String, String, String> better) {
        return passage -> {
            if (passage.kind() != Passage.Kind.FOLLOW_UP || passage.text().isBlank()) {
                return Stream.empty();
            }
            String rest = BEFORE.matcher(passage.text()).replaceFirst("").strip();
            String wording = better.apply(passage.text(), rest.isEmpty() ? passage.text() : rest);
            return wording.isEmpty() ? Stream.empty() : Stream.of(Finding.ofAll(rule, passage, wording));
        };
    }

    private static String verbFirst(String title) {
        if (Imperatives.beginWithVerb(words(title))) {
            return "";
        }
        Matcher wish = WISH.matcher(title);
        if (wish.matches() && Imperatives.beginWithVerb(words(wish.group(1)))) {
            return example(capital(wish.group(1)));
        }
        Matcher gerund = GERUND.matcher(title);
        if (gerund.matches()) {
            String stem = gerund.group(1).toLowerCase(Locale.ROOT);
            String shorter = stem.substring(0, stem.length() - 1);
            String verb = Imperatives.canBeVerb(stem)
                    ? stem
                    : Imperatives.canBeVerb(stem + "e") ? stem + "e" : Imperatives.canBeVerb(shorter) ? shorter : "";
            if (!verb.isEmpty() && !gerund.group(2).matches("(?i) (?:of|for|is|needs)\\b.*")) {
                return example(capital(verb) + gerund.group(2));
            }
        }
        return title.matches("(?i)(?:there|it|the|someone|somebody|we|no)\\b.*") || words(title).length < 2
                ? "Begin with what is to be done: \"Add an alert for ...\", \"Set the limit of ... to ...\", \"Document ... in ...\"."
                : "Begin with what is to be done, for example \"Add ...\", \"Set ...\" or \"Write ...\" before: \"%s\"."
                        .formatted(shortened(title));
    }

    private static String specific(String title) {
        return VAGUE.matcher(title).find()
                ? "Name the part and the condition. Rather than \"Fix the bug\": \"Show a message when the delivery date is"
                        + " left empty\". Rather than \"Add monitoring\": \"Add an alert when more than 1 % of exports fail\"."
                : "";
    }

    private static String bounded(String title) {
        if (RESTS_ON_CARE.matcher(title).find() && !BY_MACHINE.matcher(title).find()) {
            return "Attention fades: let a machine do it. Rather than \"Make sure that plans are read\": \"Add a check to the"
                    + " pipeline that stops a plan which deletes a table\".";
        }
        return OPEN_ENDED.matcher(title).find() && !BOUND.matcher(title).find()
                ? "Say what will be there when it is done. Rather than \"Look into the timeouts\": \"Write down the three slowest"
                        + " calls of the checkout, and open a follow-up for each\"."
                : "";
    }

    private static String example(String title) {
        return "For example: \"" + shortened(title) + "\"";
    }

    private static String shortened(String title) {
        return title.length() <= 160 ? title : title.substring(0, 160) + "…";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String[] words(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}'/ -]", " ")
                .strip()
                .split("\\s+");
    }
}

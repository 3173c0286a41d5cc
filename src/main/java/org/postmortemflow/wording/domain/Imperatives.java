package org.postmortemflow.wording.domain;

import java.util.Locale;
import java.util.Set;

/** Whether a follow-up begins with a verb: by the verbs that engineers' follow-ups begin with, and by the shape of the rest. */
final class Imperatives {

    /** Verbs that are hardly ever anything else. */
    private static final Set<String> VERBS = words("""
            abandon abort accept acknowledge acquire activate adapt add address adjust adopt agree aggregate allocate allow
            analyse analyze annotate announce apply appoint archive arrange ask assert assign attach authenticate authorise
            authorize automate avoid backfill backport bind blacklist book boost bring broaden build calculate calibrate call
            cancel capture carry centralise centralize clarify classify clean clear clone close coalesce collect combine
            communicate compare compress compute concatenate conduct configure confirm connect consider consolidate constrain
            containerise containerize continue convert coordinate correct correlate create cut deactivate debounce decide
            declare decommission decouple decrease deduplicate define delay delegate delete deliver denormalise deploy
            deprecate describe detach detect determine develop differentiate disable disallow disconnect discuss display
            distinguish distribute divide double downgrade drain draw educate elect eliminate embed emit enable encode
            encourage encrypt enforce enhance enlarge enrich ensure escalate establish evaluate examine exclude execute
            exercise expand expire explain explore expose extend extract facilitate fail find finish fix forbid force forward
            generate get give grant grow handle harden have help hide hire identify ignore implement improve include
            increase inform inject insert inspect install instrument integrate introduce invalidate investigate invite
            isolate issue jail join keep launch learn let lower look maintain make merge migrate minimise minimize mitigate
            modify mount move narrow negotiate normalise normalize notify obtain omit onboard open optimise optimize
            orchestrate organise organize parallelise parallelize parameterise parse partition pass perform persist pick
            place practise practice preallocate prefer prepare prescribe present preserve prevent prioritise prioritize
            produce prohibit promote propagate propose protect prove provide provision prune publish pull purchase purge push
            put quantify quarantine raise randomise reach read rebalance rebuild recalculate recommend reconcile reconfigure
            reconsider record recover redact redesign redirect reduce refactor refine refuse regenerate register reject relax
            reload relocate remediate remember remind remove rename render reorder repair repeat replace replay replicate
            report reproduce request require rerun reschedule reserve resize resolve respond restart restore restrict
            restructure retain retire retrieve retry return reuse revert revise revisit revoke rewrite rework roll rotate run
            sanitise sanitize save schedule scrub secure see select send separate serialise serialize serve set share shift
            shorten show shrink shut simplify simulate sign skip slow solve speak specify split spread stabilise stagger
            standardise standardize start stop streamline strengthen strip submit subscribe substitute supply suppress
            suspend swap switch sync synchronise synchronize take talk teach tell terminate think throttle tidy tighten
            tokenise train transfer transform translate treat trigger trim try tune turn unblock understand undo unify
            uninstall unlock untangle update upgrade upload use vacuum validate verify visualise wait warn watch widen work
            wrap write aim pay mend lengthen pre-warm warm rate-limit load-test double-check cross-check fail-over
            """);

    /** Verbs that are nouns as well: the next word tells. */
    private static final Set<String> EITHER = words("""
            alarm alert anchor audit backup balance batch benchmark block blue-green branch bridge budget buffer bump bundle
            cache cap change channel check checksum clamp contact contract control copy cover cost cycle dashboard debug
            default delay delta design diff document dump estimate export fence file filter flag flush follow format fork
            fuel gate group guard guide hash hook host import index input interview label lead level limit link list load
            lock log map mark mask measure mirror model monitor name note order own page park patch permit phase pin pipe
            plan point poll pool port post probe process profile program project prototype proxy query queue race range rank
            rate release research reset result review round route sample scale scan scope script search seal shadow shape
            shard shield ship shuffle signal size snapshot sort source spike stage stamp state store stress structure style
            support surface survey table tag target test time trace track trade transport trial type value version visit
            vet whitelist allowlist denylist
            """);

    private static final Set<String> AFTER_A_VERB = words("""
            the a an all any both each every some our its their this that these those one two three four five ten on when
            whether if how what who which where it them us by only at no new more fewer less as out up down back off away
            with through into in to from before after against whenever unless once twice every automatically for
            """);

    /** With these behind it, the word was a noun after all: "timeout of", "review for". */
    private static final Set<String> AFTER_A_NOUN =
            words("of for in with from to at by as after before against is are");

    private static final Set<String> NEVER = words("""
            the a an our we i you they he she it there this that these those someone somebody everyone nobody need needs
            want wants should must could can may might would will shall no not better more less new old good bad todo tbd
            n/a none nothing maybe perhaps why what who how when where which
            """);

    private static final Set<String> DETERMINERS =
            words("the a an all each every our its their both any these those this");

    private static final String PREFIX = "^(?:re|de|un|auto|pre|dis|over|up|down|back)-?";

    private Imperatives() {}

    /** @param words of the title, lower case, without what stands before the sentence */
    static boolean beginWithVerb(String[] words) {
        String first = words.length == 0 ? "" : words[0];
        String next = words.length < 2 ? "" : words[1];
        String bare = first.replaceFirst(PREFIX, "");
        if (first.isEmpty() || NEVER.contains(first)) {
            return false;
        }
        if (isVerb(first) || bare.length() > 3 && isVerb(bare)) {
            return true;
        }
        if (EITHER.contains(first) || EITHER.contains(bare)) {
            return !next.isEmpty()
                    && (AFTER_A_VERB.contains(next) && !isNounBefore(words, next) || isNumberOrPlural(words));
        }
        String last = first.substring(first.lastIndexOf('-') + 1);
        return first.contains("-") && (isVerb(last) || EITHER.contains(last)) && AFTER_A_VERB.contains(next)
                || hasShapeOfVerb(first, next);
    }

    static boolean isVerb(String word) {
        return VERBS.contains(word);
    }

    /** Also those that can be nouns: to find the verb in "adding" and "logging". */
    static boolean canBeVerb(String word) {
        return VERBS.contains(word) || EITHER.contains(word);
    }

    private static boolean isNounBefore(String[] words, String next) {
        return AFTER_A_NOUN.contains(next) && !next.equals("on");
    }

    /** "Limit retries" is a verb with its object, "log rotation" and "rate limits on" are not: two nouns and no more. */
    private static boolean isNumberOrPlural(String[] words) {
        boolean plural = words[1].matches("[a-z-]{3,}[^s]s") && !words[1].endsWith("ness") && !words[1].endsWith("us");
        boolean goesOnAsNoun =
                words.length > 2 && Set.of("on", "of", "in", "for", "is", "are").contains(words[2]);
        return words[1].matches("\\d.*") || plural && !goesOnAsNoun && words.length > 2;
    }

    /** A word that we do not know, with an object behind it. */
    private static boolean hasShapeOfVerb(String first, String next) {
        return DETERMINERS.contains(next) && !first.matches(".*(?:s|ing|tion|sion|ment|ness|ity|ance|ence|ed)$");
    }

    private static Set<String> words(String text) {
        return Set.copyOf(new java.util.TreeSet<>(
                java.util.List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))));
    }
}

package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.comparison.verdict.BestFor;
import org.beatbench.comparison.verdict.BigNumber;
import org.beatbench.comparison.verdict.Caveat;
import org.beatbench.comparison.verdict.Exposure;
import org.beatbench.comparison.verdict.Purpose;
import org.beatbench.comparison.verdict.Ranked;
import org.beatbench.comparison.verdict.SeedSpread;
import org.beatbench.comparison.verdict.Standing;
import org.beatbench.comparison.verdict.Tier;
import org.beatbench.comparison.verdict.UnmarkedLead;
import org.beatbench.comparison.verdict.Verdict;
import org.beatbench.comparison.verdict.Yardstick;
import org.beatbench.reports.Facts.Fact;

/** A verdict in words, for a page and for a terminal. */
public final class VerdictSentences {

    /** Words that somebody reads before anything else; what would go beyond stands among the facts. */
    private static final int MOST_WORDS = 60;

    /** More names than these are counted and not listed: the ranking lists them all. */
    private static final int MOST_NAMES = 3;

    /** A tier of more is told by its ends. */
    private static final int MOST_OF_A_TIER = 8;

    private static final List<String> ORDINALS = List.of("Best", "Second", "Third", "Fourth", "Fifth");

    private final Verdict verdict;

    public VerdictSentences(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What to take away, in a few sentences. */
    public String headline() {
        if (verdict.standing().isEmpty()) {
            return "Nothing can be said yet: no classifier has completed all trials of a protocol.";
        }
        Standing standing = verdict.standing().get();
        String under = standing.has(Caveat.SYNTHETIC)
                ? "On synthetic beats, " + standing.protocol().title() + ": "
                : Phrases.capital(standing.protocol().phrase()) + ", ";
        if (standing.tiers().isEmpty()) {
            return under + "no test beat is of a class that counts, so nothing can be said.";
        }
        if (standing.has(Caveat.ONE_CLASS)) {
            return under + "all beats that count are of one class, so nothing can be told apart.";
        }
        List<String> needed = new ArrayList<>();
        Optional<String> alarm = alarm(standing);
        alarm.ifPresent(needed::add);
        Optional<String> nobody = nobodyAboveMajority(standing, alarm.isEmpty());
        nobody.ifPresent(sentence -> needed.add(under + sentence));
        needed.add(
                (nobody.isPresent() ? "By macro-F1, " : under) + lead(standing, nobody.isEmpty() ? "macro-F1 " : ""));
        if (alarm.isEmpty() && standing.tiers().get(0).members().size() > 1 && !standing.has(Caveat.FEW_SUBJECTS)) {
            needed.add("Choose by purpose and cost.");
        }
        List<String> last = new ArrayList<>();
        if (standing.has(Caveat.SAME_PEOPLE)) {
            last.add("None of this holds for new people.");
        }
        missing(standing).ifPresent(last::add);
        int words = words(needed) + words(last);
        for (Optional<String> more : List.of(nobodyAboveNearest(standing), otherLead(standing))) {
            if (more.isPresent() && words + words(List.of(more.get())) <= MOST_WORDS) {
                needed.add(more.get());
                words += words(List.of(more.get()));
            }
        }
        needed.addAll(last);
        return String.join(" ", needed);
    }

    private static int words(List<String> sentences) {
        return sentences.stream()
                .mapToInt(sentence -> sentence.split(" ").length)
                .sum();
    }

    private static Optional<String> alarm(Standing standing) {
        return standing.has(Caveat.AUDIT_FAILED)
                ? Optional.of("Do not act on this: the audit of the splits failed.")
                : standing.has(Caveat.LEAKS)
                        ? Optional.of("This is memory: test beats have copies among the training beats.")
                        : Optional.empty();
    }

    private static Optional<String> nobodyAboveMajority(Standing standing, boolean withNearest) {
        return standing.yardstick(Yardstick.Kind.MAJORITY)
                .filter(majority -> majority.above().isEmpty())
                .map(majority -> {
                    Ranked best = majority.best();
                    boolean isLower = best.value().value() < majority.value().value();
                    String than = (isLower ? "as often right as" : "more often right than") + " always answering "
                            + majority.name() + " (" + share(majority.value()) + ")";
                    return isAlone(standing)
                            ? best.competitor() + " (" + share(best.value()) + ") is not " + than + "."
                            : "no classifier is " + than
                                    + (isLower && withNearest
                                            ? ": the nearest, " + best.competitor() + ", is right on "
                                                    + share(best.value())
                                            : "")
                                    + ".";
                });
    }

    private static boolean isAlone(Standing standing) {
        return standing.tiers().size() == 1 && standing.tiers().get(0).members().size() == 1;
    }

    /**
     * Who is best, and of whom that cannot be said.
     *
     * @param metric what the first number is, if that was not said before
     */
    private static String lead(Standing standing, String metric) {
        Tier best = standing.tiers().get(0);
        String first = best.first().competitor();
        String scored = metric + score(best.first().value());
        if (isAlone(standing)) {
            return first + ", the only classifier measured, reaches " + (metric.isEmpty() ? "" : "a " + metric + "of ")
                    + score(best.first().value()) + ".";
        }
        if (standing.has(Caveat.FEW_SUBJECTS)) {
            return first + " is highest (" + scored + "), but "
                    + Phrases.counted(standing.basis().subjects(), "person is", "people are")
                    + " too few to rank anybody.";
        }
        List<Ranked> lower = standing.tiers().stream()
                .skip(1)
                .flatMap(tier -> tier.members().stream())
                .toList();
        List<String> level =
                best.members().stream().skip(1).map(Ranked::competitor).toList();
        if (level.isEmpty()) {
            return first + " is best (" + scored + ")" + (lower.size() == 1 ? ", above " : "; next is ")
                    + lower.get(0).competitor() + " ("
                    + Numbers.score(lower.get(0).value().value()) + ").";
        }
        String close =
                level.size() <= 2 ? Phrases.listed(level) : lower.isEmpty() ? "all others" : level.size() + " others";
        String others = lower.isEmpty()
                ? ""
                : lower.size() <= 2
                        ? "; "
                                + Phrases.listed(
                                        lower.stream().map(Ranked::competitor).toList())
                                + (lower.size() == 1 ? " is" : " are") + " lower"
                        : "; the other " + lower.size() + " are lower";
        return first + " leads (" + scored + "), but " + close + (level.size() == 1 ? " is" : " are")
                + " too close to call" + others + ".";
    }

    private static Optional<String> nobodyAboveNearest(Standing standing) {
        return standing.yardstick(Yardstick.Kind.NEAREST_BEAT)
                .filter(nearest -> nearest.above().isEmpty())
                .map(nearest -> "None is above the answer of the nearest training beat ("
                        + Numbers.score(nearest.value().value()) + ").");
    }

    /** That somebody else leads where few people are left out of account. */
    private static Optional<String> otherLead(Standing standing) {
        String first = standing.tiers().get(0).first().competitor();
        return standing.unmarked()
                .flatMap(unmarked -> unmarked.ranking().size() == 1
                        ? Optional.empty()
                        : unmarked.leader()
                                .map(leader -> leader.competitor().equals(first)
                                        ? ""
                                        : "Without " + Phrases.listed(unmarked.marked())
                                                + (unmarked.marked().size() == 1 ? ", which rests" : ", which rest")
                                                + " on few people, " + leader.competitor() + " leads ("
                                                + Numbers.score(leader.value().value()) + ").")
                                .or(() -> Optional.of("Every class rests on too few people to hold for others.")))
                .filter(sentence -> !sentence.isEmpty());
    }

    private static Optional<String> missing(Standing standing) {
        List<String> missing = standing.basis().missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        missing.size() <= 2
                                ? Phrases.listed(missing) + (missing.size() == 1 ? " is" : " are") + " missing."
                                : missing.size() + " of " + standing.basis().competitors()
                                        + " classifiers are missing.");
    }

    /** What somebody has to decide by, each with what it answers: how good, best for what, above what. */
    public List<Fact> answers() {
        List<Fact> facts = new ArrayList<>();
        verdict.numbers().forEach(number -> facts.add(new Fact(exposure(number.exposure()), number(number))));
        ranked().ifPresent(standing -> {
            if (!standing.has(Caveat.ONE_CLASS)) {
                standing.purposes().forEach(best -> facts.add(new Fact(name(standing, best), best(best))));
            }
            standing.yardsticks().forEach(yardstick -> facts.add(yardstick(yardstick)));
        });
        return facts;
    }

    /** What the headline rests on: who is in which tier, whether the lead stands, what is chance. */
    public List<Fact> reasons() {
        List<Fact> facts = new ArrayList<>();
        ranked().filter(standing -> !standing.has(Caveat.ONE_CLASS)).ifPresent(standing -> {
            IntStream.range(0, standing.tiers().size())
                    .mapToObj(place -> new Fact(
                            tierName(standing, place), tier(standing.tiers().get(place))))
                    .forEach(facts::add);
            standing.unmarked()
                    .ifPresent(unmarked -> facts.add(
                            new Fact("Without " + Phrases.listed(unmarked.marked()), unmarked(standing, unmarked))));
            facts.add(new Fact("Another seed", seeds(standing)));
        });
        return facts;
    }

    private Optional<Standing> ranked() {
        return verdict.standing().filter(standing -> !standing.tiers().isEmpty());
    }

    private static String exposure(Exposure exposure) {
        return switch (exposure) {
            case COPIES -> "With copies of the test beats";
            case SAME_PEOPLE -> "Same people";
            case NEW_PEOPLE -> "New people";
        };
    }

    private static String number(BigNumber number) {
        return "Macro-F1 " + score(number.macroF1())
                + number.accuracy()
                        .map(accuracy -> ", " + Numbers.estimate(Quantity.SHARE, accuracy) + " right")
                        .orElse("")
                + ": " + number.competitor() + ", " + number.protocol().title() + ".";
    }

    private static String tierName(Standing standing, int place) {
        return standing.has(Caveat.FEW_SUBJECTS)
                ? "Not ranked"
                : place < ORDINALS.size() ? ORDINALS.get(place) + " tier" : "Tier " + (place + 1);
    }

    private static String tier(Tier tier) {
        List<Ranked> members = tier.members();
        return members.size() <= MOST_OF_A_TIER
                ? listed(members) + "."
                : text(tier.first()) + " to " + text(members.get(members.size() - 1)) + ": " + members.size()
                        + " classifiers.";
    }

    private static String unmarked(Standing standing, UnmarkedLead unmarked) {
        if (unmarked.others().isEmpty()) {
            return "Nothing is left: every class rests on too few people.";
        }
        String first = standing.tiers().get(0).first().competitor();
        List<Ranked> ranking = unmarked.ranking();
        boolean survives = ranking.get(0).competitor().equals(first);
        return "Macro-F1 over " + Phrases.listed(unmarked.others()) + ": "
                + listed(ranking.subList(0, Math.min(ranking.size(), MOST_NAMES)))
                + (ranking.size() == 1
                        ? "."
                        : survives ? "; " + first + " still leads." : "; the lead of " + first + " does not survive.");
    }

    private static Fact yardstick(Yardstick yardstick) {
        boolean isMajority = yardstick.kind() == Yardstick.Kind.MAJORITY;
        Quantity quantity = isMajority ? Quantity.SHARE : Quantity.SCORE;
        String above = yardstick.above().isEmpty()
                ? "nobody; the nearest is " + named(quantity, yardstick.best())
                : who(yardstick.above());
        return new Fact(
                isMajority ? "Always answering " + yardstick.name() : yardstick.name() + ", the nearest training beat",
                (isMajority ? "" : "Macro-F1 ") + Numbers.estimate(quantity, yardstick.value())
                        + (isMajority ? " right" : "") + "; above it: " + above
                        + (yardstick.above().isEmpty() || yardstick.notAbove().isEmpty()
                                ? ""
                                : "; not above: " + who(yardstick.notAbove()))
                        + ".");
    }

    private static String who(List<Ranked> some) {
        return some.size() <= MOST_NAMES
                ? Phrases.listed(some.stream().map(Ranked::competitor).toList())
                : some.size() + " classifiers";
    }

    private static String name(Standing standing, BestFor best) {
        boolean anybody = standing.tiers().get(0).members().size() == 1 || standing.has(Caveat.FEW_SUBJECTS);
        String among = anybody ? "" : " of the best tier";
        return switch (best.purpose()) {
            case VENTRICULAR -> "To find ventricular beats (V)";
            case SUPRAVENTRICULAR -> "To find supraventricular beats (S)";
            case FEWEST_FALSE_ALARMS -> "For fewest false alarms";
            case SMALLEST -> "Smallest" + among;
            case FASTEST -> "Fastest" + among;
        };
    }

    private static String best(BestFor best) {
        if (best.isHopeless()) {
            return "Nobody finds any.";
        }
        Purpose purpose = best.purpose();
        String value = Numbers.estimate(purpose.quantity(), best.best().value());
        String figures =
                switch (purpose) {
                    case VENTRICULAR, SUPRAVENTRICULAR ->
                        "F1 " + value + part(", Se ", best.found()) + part(", +P ", best.right());
                    case FEWEST_FALSE_ALARMS ->
                        "calls " + value + " of normal beats abnormal" + part(", finds ", best.found())
                                + " of the abnormal ones";
                    case SMALLEST -> value;
                    case FASTEST -> value + " a beat";
                };
        String level = best.level().isEmpty()
                ? ""
                : "; too close to call: "
                        + (best.level().size() <= MOST_NAMES
                                ? Phrases.listed(best.level())
                                : best.level().size() + " others");
        return best.best().competitor() + ": " + figures + level + "." + (best.marked() ? " Rests on few people." : "");
    }

    private static String part(String name, Optional<Estimate> part) {
        return part.map(value -> name + Numbers.estimate(Quantity.SHARE, value)).orElse("");
    }

    private static String seeds(Standing standing) {
        if (standing.seeds().isEmpty()) {
            return "What it would change is not known: one was run.";
        }
        SeedSpread spread = standing.seeds().get();
        return (spread.leaders().size() == 1
                        ? spread.leaders().get(0) + " is first with each of "
                                + spread.seeds().size() + " seeds"
                        : "By the seed, first is " + String.join(" or ", spread.leaders()))
                + "; most moved " + spread.widest() + ", macro-F1 " + Numbers.score(spread.low()) + " to "
                + Numbers.score(spread.high()) + ".";
    }

    private static String listed(List<Ranked> some) {
        return String.join(", ", some.stream().map(VerdictSentences::text).toList());
    }

    private static String text(Ranked one) {
        return one.competitor() + " " + Numbers.score(one.value().value());
    }

    private static String named(Quantity quantity, Ranked one) {
        return one.competitor() + ", " + Numbers.format(quantity, one.value().value());
    }

    private static String score(Estimate estimate) {
        return Numbers.estimate(Quantity.SCORE, estimate);
    }

    private static String share(Estimate estimate) {
        return Numbers.share(estimate.value());
    }
}

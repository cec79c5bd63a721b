package org.beatbench.comparison.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;
import org.beatbench.protocol.Protocols;

/**
 * Says which differences are not to be: {@code classifier[@protocol].metric op number}, such as {@code knn.macro-f1 < -0.01}.
 *
 * <ul>
 *   <li>classifier: its id, or its name in tables, which stands in double quotes where it holds spaces or dots; {@code *} for
 *       any
 *   <li>protocol: its id; without one, the strictest that both results have
 *   <li>metric: as in results.csv; with a class where it is of one, such as {@code sensitivity:V}
 *   <li>op: {@code <}, {@code <=}, {@code >} or {@code >=}
 *   <li>number: what the difference, the second result less the first, is held against, in the unit of the metric
 * </ul>
 *
 * It holds if it does for any classifier that is meant.
 */
public final class Condition {

    private static final Pattern FORM = Pattern.compile("\\s*(?:\"(?<quoted>[^\"]+)\"|(?<plain>[^\\s\"@.<>]+))"
            + "(?:@(?<protocol>[^\\s@.<>]+))?"
            + "\\.(?<metric>[^\\s.<>]+)"
            + "\\s*(?<op><=|>=|<|>)\\s*"
            + "(?<number>[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)\\s*");

    private final String text;
    private final List<Change> meant;
    private final DoublePredicate test;

    private Condition(String text, List<Change> meant, DoublePredicate test) {
        this.text = text;
        this.meant = meant;
        this.test = test;
    }

    /**
     * Understands conditions.
     *
     * @throws UserError naming all that is wrong with any of them, with the names that may have been meant
     */
    public static List<Condition> of(List<String> texts, Changes changes) {
        List<String> problems = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (String text : texts) {
            of(text, changes.all(), problems).ifPresent(conditions::add);
        }
        if (!problems.isEmpty()) {
            throw UserError.of(
                    "--fail-if",
                    problems,
                    "a condition is CLASSIFIER[@PROTOCOL].METRIC < NUMBER, such as 'knn@patients.macro-f1 < -0.01', where"
                            + " the number is the difference of the second result from the first");
        }
        return conditions;
    }

    private static Optional<Condition> of(String text, List<Change> changes, List<String> problems) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            problems.add("cannot be understood: " + text);
            return Optional.empty();
        }
        int before = problems.size();
        String classifier = parts.group("quoted") == null ? parts.group("plain") : parts.group("quoted");
        Set<String> classifiers = new LinkedHashSet<>();
        changes.forEach(change -> classifiers.addAll(List.of(change.id(), change.classifier())));
        classifiers.remove("");
        boolean any = "*".equals(parts.group("plain"));
        if (!any) {
            check("classifier", classifier, classifiers, problems);
        }
        String strictest = changes.get(0).protocol();
        String protocol = Optional.ofNullable(parts.group("protocol"))
                .map(Protocols::current)
                .orElse(strictest);
        check("protocol", protocol, names(changes, Change::protocol), problems);
        String metric = parts.group("metric");
        check("metric", metric, names(changes, Change::measure), problems);
        List<Change> meant = changes.stream()
                .filter(change -> any
                        || change.id().equalsIgnoreCase(classifier)
                        || change.classifier().equalsIgnoreCase(classifier))
                .filter(change -> change.protocol().equalsIgnoreCase(protocol))
                .filter(change -> change.measure().equalsIgnoreCase(metric))
                .toList();
        if (problems.size() == before && meant.isEmpty()) {
            problems.add(text.strip() + ": under " + protocol + ", there is no " + metric + " of " + classifier
                    + " in both results");
        }
        return Optional.of(
                new Condition(text.strip(), meant, test(parts.group("op"), Double.parseDouble(parts.group("number")))));
    }

    private static void check(String kind, String typed, Collection<String> known, List<String> problems) {
        if (known.stream().noneMatch(typed::equalsIgnoreCase)) {
            problems.add("unknown " + kind + " \"" + typed + "\"" + DidYouMean.among(typed, known));
        }
    }

    private static Set<String> names(List<Change> changes, Function<Change, String> name) {
        Set<String> names = new LinkedHashSet<>();
        changes.forEach(change -> names.add(name.apply(change)));
        return names;
    }

    private static DoublePredicate test(String operator, double number) {
        return switch (operator) {
            case "<" -> difference -> difference < number;
            case "<=" -> difference -> difference <= number;
            case ">" -> difference -> difference > number;
            default -> difference -> difference >= number;
        };
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** The differences that it means. */
    public List<Change> meant() {
        return meant;
    }

    /** Those of them for which it holds. */
    public List<Change> broken() {
        return meant.stream().filter(change -> test.test(change.difference())).toList();
    }
}

package org.beatbench.data.ucr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.UserError;

/**
 * Asks whether what was taken for labels can be labels, before hours are spent on classes that are none: numbers of rows, or samples,
 * because the label stands in another column; or one label for all. Problems of dozens of classes, some with a single series to learn from, are not
 * questioned.
 */
final class LabelQuestion {

    /** Fewer labels than this may each have one row: the smallest problem that can be written down. */
    private static final int SMALLEST = 10;

    /** No problem of the archive has more than 60 classes. */
    private static final int MANY = 100;

    /** A column is offered as that of the labels if it has no more values than this. */
    private static final int MOST_OFFERED = 100;

    private static final int NAMED = 3;

    private final Optional<LabelPlace> place;
    private final List<Series> train;
    private final List<Series> test;
    private final List<String> labels;

    /** A question about both files of a problem, and where the label stands in them if they are tables. */
    LabelQuestion(Optional<LabelPlace> place, List<Series> train, List<Series> test) {
        this.place = place;
        this.train = train;
        this.test = test;
        this.labels = names(Stream.concat(train.stream(), test.stream()).toList());
    }

    private static List<String> names(List<Series> series) {
        return LabelEncoding.of(series.stream().map(Series::label).toList()).names();
    }

    /**
     * Ends here if the labels are not what they should be.
     *
     * @param problem as messages call the data
     * @throws UserError saying what is strange, and which column looks like that of the labels
     */
    void ask(String problem) {
        Optional<String> strange = strange();
        if (strange.isPresent()) {
            throw new UserError(problem + ": " + strange.get(), remedy());
        }
    }

    private Optional<String> strange() {
        if (labels.size() == 1) {
            return Optional.of("all series are of class " + labels.get(0));
        }
        if (labels.size() >= SMALLEST && isMostlyUnique(train) && isMostlyUnique(test)) {
            return Optional.of("nearly every row has a label of its own (" + counted() + ")"
                    + (countsRows(train) && countsRows(test) ? ", and they count the rows" : ""));
        }
        List<String> fractions =
                labels.stream().filter(LabelQuestion::isFraction).toList();
        if (!fractions.isEmpty() && (fractions.size() >= SMALLEST || offered().isPresent())) {
            return Optional.of("labels are fractions, such as "
                    + String.join(", ", fractions.subList(0, Math.min(NAMED, fractions.size()))) + " (" + counted()
                    + ")");
        }
        return labels.size() > MANY && offered().isPresent()
                ? Optional.of("there are more labels than a problem has classes (" + counted() + ")")
                : Optional.empty();
    }

    private String counted() {
        return labels.size() + " labels in " + (train.size() + test.size()) + " rows";
    }

    private static boolean isMostlyUnique(List<Series> series) {
        return 2 * names(series).size() > series.size();
    }

    private static boolean countsRows(List<Series> series) {
        return IntStream.range(1, series.size()).allMatch(i -> number(series.get(i)) == number(series.get(i - 1)) + 1);
    }

    private static double number(Series series) {
        return Values.isNumber(series.label()) ? Double.parseDouble(series.label()) : Double.NaN;
    }

    private static boolean isFraction(String label) {
        return Values.isNumber(label) && !isWhole(Double.parseDouble(label));
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private String remedy() {
        String otherwise = labels.size() == 1
                ? "Give series of at least two classes."
                : "Give every class a label, the same for all its rows.";
        return offered()
                .map(column ->
                        expected() + ", but it looks as if " + column.words() + " were the label. " + column.remedy())
                .orElse(otherwise);
    }

    private String expected() {
        return place.equals(Optional.of(LabelPlace.LAST))
                ? "With label: last, the label is the last value of a line"
                : "The label stands first in this format";
    }

    /** The column that looks most like that of the labels, if one does. */
    private Optional<Column> offered() {
        ToDoubleFunction<Series> first = one -> one.values()[0];
        ToDoubleFunction<Series> last = one -> one.values()[one.size() - 1];
        return place.flatMap(where -> where == LabelPlace.FIRST
                ? column("the last column", "Set label: last.", last)
                        .or(() -> column("the second column", "Take the first column out of both files.", first))
                : column("the first column", "Set label: first.", first)
                        .or(() -> column("the last but one column", "Take the last column out of both files.", last)));
    }

    /** A column of a few whole numbers, each of which stands there at least twice. */
    private Optional<Column> column(String name, String remedy, ToDoubleFunction<Series> value) {
        Map<Double, Integer> counts = new TreeMap<>();
        Stream.of(train, test)
                .flatMap(List::stream)
                .forEach(one -> counts.merge(value.applyAsDouble(one), 1, Integer::sum));
        boolean fits = counts.size() > 1
                && counts.size() <= MOST_OFFERED
                && counts.keySet().stream().allMatch(LabelQuestion::isWhole)
                && counts.values().stream().allMatch(count -> count > 1);
        return fits ? Optional.of(new Column(name, new TreeSet<>(counts.keySet()), remedy)) : Optional.empty();
    }

    private record Column(String name, TreeSet<Double> values, String remedy) {

        String words() {
            boolean few = values.size() <= NAMED;
            String shown = few
                    ? String.join(" and ", values.stream().map(Column::text).toList())
                    : text(values.first()) + " to " + text(values.last());
            return name + " (" + values.size() + " values, " + shown + ")";
        }

        private static String text(double value) {
            return Long.toString((long) value);
        }
    }
}

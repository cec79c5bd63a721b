package org.beatbench.reports.chart;

import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.text.Data;

/**
 * How each of several things differs from each other, and which of them can be told apart.
 *
 * @param measure what the differences are of
 * @param names of the things, from the best to the worst
 * @param pairs each pair at most once
 */
public record Pairwise(String measure, List<String> names, List<Pair> pairs) implements Chart {

    private static final int ROOMY = 12;
    private static final double FAINTEST = 0.3;

    public Pairwise {
        names = List.copyOf(names);
        pairs = List.copyOf(pairs);
    }

    /** The row less the column; empty for a pair that was not compared, and for a thing and itself. */
    public Optional<Pair> pair(int row, int column) {
        return pairs.stream()
                .filter(pair -> pair.first == Math.min(row, column) && pair.second == Math.max(row, column))
                .findFirst()
                .map(pair -> row < column ? pair : pair.turned());
    }

    /** How dark a pair that can be told apart is drawn, 0.3..1: the darker, the larger the difference beside the largest. */
    public double shade(Pair pair) {
        double largest = pairs.stream()
                .mapToDouble(each -> Math.abs(each.difference))
                .max()
                .orElse(0);
        return largest == 0 ? FAINTEST : FAINTEST + (1 - FAINTEST) * Math.abs(pair.difference) / largest;
    }

    /** Whether there are few enough things to write numbers, and not signs only. */
    public boolean isRoomy() {
        return names.size() <= ROOMY;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.pairwise(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("first", "second", "measure", "difference", "p", "adjusted p", "told apart");
        pairs.forEach(pair -> data.row(
                names.get(pair.first),
                names.get(pair.second),
                measure,
                pair.difference,
                pair.p,
                pair.adjusted,
                pair.apart));
        return data.build();
    }

    /**
     * One pair.
     *
     * @param first a place in the names, before {@code second} unless it was turned round
     * @param difference the first less the second
     * @param p of the test that it is chance
     * @param adjusted the same, adjusted for the number of pairs
     * @param apart whether the two can be told apart
     */
    public record Pair(int first, int second, double difference, double p, double adjusted, boolean apart) {

        private Pair turned() {
            return new Pair(/* first= */ second, /* second= */ first, -difference, p, adjusted, apart);
        }
    }
}

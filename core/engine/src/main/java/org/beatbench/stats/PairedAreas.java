package org.beatbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.Area;
import org.beatbench.metrics.WeightedRanking;
import org.beatbench.metrics.WeightedRanking.Areas;
import org.beatbench.protocol.Draws;

/**
 * Intervals of 95 % for the difference in area under the ROC and precision-recall curves between two classifiers that
 * answered the same beats. Subjects and beats are drawn as {@link PairedBootstrap} draws them, and the answers of each
 * resample ranked together. Areas are of one class against the rest, or the mean over the classes for which they are
 * defined; resamples for which there is none are left out.
 */
public final class PairedAreas {

    /** Resamples that are scored between two draws, of which the number of resamples is a multiple. */
    private static final int TOGETHER = 50;

    /** By class, then all beats as they are, then each resample. */
    private final List<List<Areas>> first;

    private final List<List<Areas>> second;

    private PairedAreas(List<List<Areas>> first, List<List<Areas>> second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Draws whole subjects.
     *
     * @param first of one classifier: one or several parts, such as those of several seeds, whose subjects are known
     * @param second of another to the same beats in the same order
     * @param seed the only source of randomness
     * @throws IllegalArgumentException if the beats or the classes differ
     */
    public static PairedAreas overSubjects(List<Answers> first, List<Answers> second, long seed) {
        SortedMap<String, Integer> subjects = new TreeMap<>();
        first.forEach(part -> IntStream.range(0, part.size())
                .forEach(answer -> subjects.put(part.beat(answer).subject(), 0)));
        int next = 0;
        for (Map.Entry<String, Integer> subject : subjects.entrySet()) {
            subject.setValue(next++);
        }
        int[] units = first.stream()
                .flatMapToInt(part -> IntStream.range(0, part.size())
                        .map(answer -> subjects.get(part.beat(answer).subject())))
                .toArray();
        Draws draws = Draws.of(seed, "bootstrap/subjects");
        return of(first, second, units, subjects.size(), () -> {
            int[] times = new int[subjects.size()];
            for (int i = 0; i < times.length; i++) {
                times[draws.below(times.length)]++;
            }
            return times;
        });
    }

    /**
     * Draws single beats.
     *
     * @param first of one classifier: one or several parts, such as those of several seeds
     * @param second of another to the same beats in the same order
     * @param drawn beats in each resample: as many as one look at the test part has, so that looking again narrows nothing
     * @param seed the only source of randomness
     * @throws IllegalArgumentException if the beats or the classes differ
     */
    public static PairedAreas overBeats(List<Answers> first, List<Answers> second, long drawn, long seed) {
        int[] units =
                IntStream.range(0, first.stream().mapToInt(Answers::size).sum()).toArray();
        Draws draws = Draws.of(seed, "bootstrap/paired-means");
        int[] block = new int[Math.toIntExact(drawn)];
        return of(first, second, units, units.length, () -> {
            int[] times = new int[units.length];
            draws.fill(block, units.length);
            for (int beat : block) {
                times[beat]++;
            }
            return times;
        });
    }

    private static PairedAreas of(
            List<Answers> first, List<Answers> second, int[] units, int count, Supplier<int[]> resample) {
        int classes = PairedBeats.of(first, second).classes().size();
        List<WeightedRanking> rankings = Stream.of(first, second)
                .flatMap(
                        parts -> IntStream.range(0, classes).mapToObj(label -> WeightedRanking.of(parts, label, units)))
                .toList();
        List<List<Areas>> areas =
                rankings.stream().<List<Areas>>map(ranking -> new ArrayList<>()).toList();
        int[] once = new int[count];
        Arrays.fill(once, 1);
        add(rankings, List.of(once), areas);
        for (int drawn = 0; count > 0 && drawn < Bootstrap.RESAMPLES; drawn += TOGETHER) {
            add(rankings, Stream.generate(resample).limit(TOGETHER).toList(), areas);
        }
        return new PairedAreas(areas.subList(0, classes), areas.subList(classes, 2 * classes));
    }

    /** Rankings side by side, since no one depends on another, and scoring them is what takes long. */
    private static void add(List<WeightedRanking> rankings, List<int[]> resamples, List<List<Areas>> areas) {
        IntStream.range(0, rankings.size())
                .parallel()
                .forEach(place -> resamples.forEach(
                        times -> areas.get(place).add(rankings.get(place).areas(times))));
    }

    /**
     * The interval of an area of one class.
     *
     * @return empty if it is not defined for all beats, or for no resample
     */
    public Optional<Interval> ofClass(int label, Area area) {
        return interval(values(first.get(label), area), values(second.get(label), area));
    }

    /**
     * The interval of the mean over classes.
     *
     * @return empty if it is defined for no class, or in no resample
     */
    public Optional<Interval> mean(Area area) {
        return interval(means(first, area), means(second, area));
    }

    private static double[] values(List<Areas> areas, Area area) {
        return areas.stream().mapToDouble(area::of).toArray();
    }

    private static double[] means(List<List<Areas>> classes, Area area) {
        return IntStream.range(0, classes.get(0).size())
                .mapToDouble(resample -> classes.stream()
                        .mapToDouble(areas -> area.of(areas.get(resample)))
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    private static Optional<Interval> interval(double[] ones, double[] others) {
        double[] defined = IntStream.range(1, ones.length)
                .mapToDouble(resample -> ones[resample] - others[resample])
                .filter(Double::isFinite)
                .toArray();
        double estimate = ones[0] - others[0];
        return defined.length == 0 || !Double.isFinite(estimate)
                ? Optional.empty()
                : Optional.of(Bootstrap.interval(estimate, defined).widened());
    }
}

package org.beatbench.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.context.Reference;
import org.beatbench.data.context.Surroundings;
import org.junit.jupiter.api.Test;

final class SyntheticProviderTest {

    private static final SyntheticSettings FEW = SyntheticSettings.of(4, 50, 0.02, 1);
    private static final Beats DEFAULTS = load(new SyntheticProvider().defaults());

    @Test
    void isFoundAndCalledSynthetic() {
        assertThat(ServiceLoader.load(DatasetProvider.class))
                .filteredOn(SyntheticProvider.class::isInstance)
                .singleElement()
                .satisfies(provider -> {
                    assertThat(provider.info().synthetic()).isTrue();
                    assertThat(provider.info().name()).startsWith("Synthetic");
                    assertThat(provider.info().summary()).startsWith("Synthetic");
                });
    }

    @Test
    void givesAsManyBeatsAsAskedFor() {
        assertThat(DEFAULTS.size()).isEqualTo(24 * 210);
        assertThat(DEFAULTS.classes()).isEqualTo(BeatClass.names());
        assertThat(DEFAULTS.beat(0).record()).isEqualTo("syn01");
        assertThat(DEFAULTS.beat(0).subject()).isEqualTo("S01");
        assertThat(DEFAULTS.beats().stream().map(Beat::subject).distinct()).hasSize(24);
    }

    @Test
    void hasEveryClassOftenEnoughAndMostlyNormalBeats() {
        int[] counts = DEFAULTS.classCounts();

        assertThat(IntStream.of(counts)).allMatch(count -> count >= 100);
        assertThat(counts[BeatClass.N.label()] / (double) DEFAULTS.size()).isBetween(0.75, 0.88);
    }

    @Test
    void hasEveryClassInFiveSubjectsWhateverTheSeed() {
        for (long seed = 1; seed <= 3; seed++) {
            Beats beats = load(SyntheticSettings.of(20, 50, 0.02, seed));
            for (BeatClass beatClass : BeatClass.values()) {
                Set<String> subjects = new HashSet<>();
                beats.beats().stream()
                        .filter(beat -> beat.label() == beatClass.label())
                        .forEach(beat -> subjects.add(beat.subject()));
                assertThat(subjects).as("%s, seed %d", beatClass, seed).hasSizeGreaterThanOrEqualTo(5);
            }
        }
    }

    @Test
    void isTheSameOnEveryJavaVersion() {
        CRC32 fingerprint = new CRC32();
        Beats beats = load(FEW);
        for (float value : beats.samples().toArray()) {
            int bits = Float.floatToRawIntBits(value);
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                fingerprint.update(bits >>> shift);
            }
        }

        assertThat(fingerprint.getValue())
                .as("checksum of the samples; raise the version of SyntheticProvider when it changes")
                .isEqualTo(3939770034L);
        assertThat(load(FEW)).isEqualTo(beats);
    }

    @Test
    void givesOtherBeatsForAnotherSeedOrNoise() {
        assertThat(load(SyntheticSettings.of(4, 50, 0.02, 2))).isNotEqualTo(load(FEW));
        assertThat(load(SyntheticSettings.of(4, 50, 0.03, 1))).isNotEqualTo(load(FEW));
    }

    @Test
    void givesSomeSubjectsCouplets() {
        Beats beats = load(couplets(Reference.LATE));

        assertThat(prematureShares(beats)).hasSize(8).satisfies(shares -> assertThat(shares.values())
                .filteredOn(share -> share > 0.6)
                .hasSize(4));
        assertThat(beats.form().features()).isNotEmpty();
    }

    /** The reason for the reference "late": where most beats come early, a median takes early ones for usual. */
    @Test
    void tellsPrematureBeatsOfCoupletsByLateBeatsOnly() {
        assertThat(earlyPrematureBeats(load(couplets(Reference.LATE)))).isGreaterThan(0.95);
        assertThat(earlyPrematureBeats(load(couplets(Reference.MEDIAN)))).isLessThan(0.5);
    }

    private static SyntheticSettings couplets(Reference reference) {
        return new SyntheticSettings(8, 100, 0.02, 1, 0.5, Surroundings.ONE_LEAD, reference);
    }

    /** Of the premature beats of subjects with couplets, the share that come a tenth before what is usual. */
    private static double earlyPrematureBeats(Beats beats) {
        int rrBefore = beats.form().startOfFeatures();
        Map<String, Double> shares = prematureShares(beats);
        return IntStream.range(0, beats.size())
                .filter(row -> isPremature(beats.beat(row)))
                .filter(row -> shares.get(beats.beat(row).subject()) > 0.6)
                .mapToDouble(row -> beats.samples().row(row)[rrBefore] < Math.log(0.9) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static Map<String, Double> prematureShares(Beats beats) {
        return beats.beats().stream()
                .collect(Collectors.groupingBy(
                        Beat::subject, Collectors.averagingDouble(beat -> isPremature(beat) ? 1 : 0)));
    }

    private static boolean isPremature(Beat beat) {
        return beat.label() == BeatClass.S.label() || beat.label() == BeatClass.V.label();
    }

    @Test
    void keepsSubjectsWhenOthersAreAdded() {
        Beats more = load(SyntheticSettings.of(6, 50, 0.02, 1));

        assertThat(more.select(Selection.where(more.size(), row -> row < 200))).isEqualTo(load(FEW));
    }

    @Test
    void hasEarlyBeatsWherePrematureOnesAreMarked() {
        for (String symbol : List.of("A", "V")) {
            assertThat(DEFAULTS.beats())
                    .filteredOn(beat -> beat.symbol().equals(symbol))
                    .allSatisfy(beat -> assertThat(beat.rrBefore()).isLessThan(0.95));
        }
        assertThat(meanRatio("A")).isBetween(0.55, 0.85);
        assertThat(meanRatio("V")).isBetween(0.45, 0.75);
        assertThat(meanRatio("N")).isCloseTo(1, within(0.15));
    }

    /** The interval before a beat over that after it, in the mean. */
    private static double meanRatio(String symbol) {
        return DEFAULTS.beats().stream()
                .filter(beat -> beat.symbol().equals(symbol) && beat.rrBefore() > 0)
                .mapToDouble(beat -> beat.rrBefore() / beat.rrAfter())
                .average()
                .orElseThrow();
    }

    @Test
    void isEasyWithinSubjectsAndHardAcrossThem() {
        SplittableRandom random = new SplittableRandom(5);
        Set<Integer> drawn = new HashSet<>();
        while (drawn.size() < 800) {
            drawn.add(random.nextInt(DEFAULTS.size()));
        }

        double sameSubjects = nearestNeighbour(drawn::contains);
        double newSubjects =
                nearestNeighbour(row -> DEFAULTS.beat(row).subject().matches("S(01|06|11|16)"));

        assertThat(sameSubjects).isBetween(0.94, 0.985);
        assertThat(newSubjects).isLessThan(sameSubjects - 0.05);
    }

    /** The accuracy on the test rows of a classifier that answers with the label of the most similar other row. */
    private static double nearestNeighbour(IntPredicate test) {
        int[] training =
                IntStream.range(0, DEFAULTS.size()).filter(test.negate()).toArray();
        int[] asked = IntStream.range(0, DEFAULTS.size()).filter(test).toArray();
        float[][] rows = IntStream.range(0, DEFAULTS.size())
                .mapToObj(DEFAULTS.samples()::row)
                .toArray(float[][]::new);
        int right = 0;
        for (int row : asked) {
            int nearest = -1;
            float least = Float.POSITIVE_INFINITY;
            for (int other : training) {
                float distance = distance(rows[row], rows[other]);
                if (distance < least) {
                    least = distance;
                    nearest = other;
                }
            }
            right += DEFAULTS.label(row) == DEFAULTS.label(nearest) ? 1 : 0;
        }
        return right / (double) asked.length;
    }

    private static float distance(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> SyntheticSettings.of(3, 50, 0, 1)).hasMessage("subjects must be 4 to 10000: 3");
        assertThatThrownBy(() -> SyntheticSettings.of(4, 49, 0, 1)).hasMessage("beats must be 50 to 10000: 49");
        assertThatThrownBy(() -> SyntheticSettings.of(4, 50, Double.NaN, 1)).hasMessage("noise must be 0 to 1 mV: NaN");
    }

    @Test
    void stopsWhenCancelled() {
        DatasetContext cancelled = new DatasetContext(Path.of("nowhere"), Progress.NONE, () -> true);

        assertThatThrownBy(() -> new SyntheticProvider().load(FEW, cancelled)).isInstanceOf(CancelledException.class);
    }

    private static Beats load(SyntheticSettings settings) {
        return new SyntheticProvider()
                .load(settings, new DatasetContext(Path.of("nowhere"), Progress.NONE, Cancellation.NEVER));
    }
}

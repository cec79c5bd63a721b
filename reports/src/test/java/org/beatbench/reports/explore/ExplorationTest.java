package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Rows;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

class ExplorationTest {

    private static final int LENGTH = 20;

    @Test
    void tellsWhereEachClassComesFrom() {
        Report report = Exploration.of(beats(List.of("N", "V"), 40, true), info(false));
        Table table = (Table) section(report, "classes").blocks().get(1);
        assertThat(table.rows().get(0))
                .extracting(cell -> cell.text())
                .startsWith("N", "40")
                .contains("4");
        assertThat(table.rows().get(0).get(4).value()).isCloseTo(4, within(1e-9));
    }

    @Test
    void theEffectiveNumberIsOneWhereAllComeFromOne() {
        Beats beats = Beats.of(
                List.of("N"),
                Rows.of(new float[3 * LENGTH], LENGTH),
                List.of(beat(0, "a"), beat(0, "a"), beat(0, "a")));
        assertThat(Groups.of(beats, Beat::record).effective(0)).isEqualTo(1);
    }

    @Test
    void paddingDoesNotPullTheMeanDown() {
        float[] samples = new float[2 * LENGTH];
        Arrays.fill(samples, 0, LENGTH, 1f);
        Arrays.fill(samples, LENGTH, LENGTH + 5, 1f);
        Beats beats = Beats.of(
                List.of("N"), Rows.of(samples, LENGTH), List.of(Beat.anonymous(0, LENGTH), Beat.anonymous(0, 5)));
        List<Curves.Point> points = MeanBeat.of(beats, 0);
        assertThat(points)
                .hasSize(LENGTH)
                .allSatisfy(point -> assertThat(point.y().value()).isEqualTo(1));
    }

    @Test
    void findsCopiesAndContradictions() {
        Rows rows = Rows.of(new float[] {1, 2, 1, 2, 3, 4, 3, 4, 5, 6}, 2);
        Beats beats = Beats.of(
                List.of("N", "V"),
                rows,
                List.of(
                        Beat.anonymous(0, 2),
                        Beat.anonymous(0, 2),
                        Beat.anonymous(0, 2),
                        Beat.anonymous(1, 2),
                        Beat.anonymous(1, 2)));
        Twins twins = Twins.of(beats);
        assertThat(twins.identical()).isEqualTo(4);
        assertThat(twins.contradictory()).isEqualTo(2);
        assertThat(twins.asked()).isEqualTo(5);
        // The last row is equally far from rows 2 and 3: the first, which is of the other class, counts.
        assertThat(twins.sameClass()).isEqualTo(2);
    }

    @Test
    void theFirstComponentIsWhereBeatsDifferMost() {
        SplittableRandom random = new SplittableRandom(3);
        Rows.Builder rows = Rows.builder(3);
        for (int i = 0; i < 200; i++) {
            float wide = (float) random.nextGaussian() * 10;
            rows.add(new float[] {wide, 2 * wide, (float) random.nextGaussian()});
        }
        Components components = Components.of(rows.build());
        assertThat(components.first()).isGreaterThan(0.99);
        assertThat(components.first() + components.second()).isCloseTo(1, within(1e-6));
    }

    @Test
    void unknownSubjectsAreSaid() {
        Report report = Exploration.of(beats(List.of("N", "V"), 30, false), info(false));
        assertThat(section(report, "recordings").blocks().toString()).contains("recording and subject are unknown");
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN");
    }

    @Test
    void twentyClassesOfWhichSomeAreEmptyOrSingleAreExplored() {
        List<String> classes =
                IntStream.range(0, 20).mapToObj(i -> "class " + i).toList();
        Beats many = beats(classes.subList(0, 18), 12, true);
        Beats.Builder builder = Beats.builder(classes, LENGTH);
        for (int row = 0; row < many.size(); row++) {
            builder.add(many.samples().row(row), many.beat(row));
        }
        builder.add(new float[LENGTH], beat(18, "alone"));
        assertThat(new HtmlRenderer().html(Exploration.of(builder.build(), info(false))))
                .doesNotContain("NaN");
    }

    @Test
    void oneBeatIsExplored() {
        Beats one = Beats.of(List.of("N", "V"), Rows.of(new float[LENGTH], LENGTH), List.of(Beat.anonymous(0, 0)));
        assertThat(new HtmlRenderer().html(Exploration.of(one, info(false)))).doesNotContain("NaN");
    }

    @Test
    void syntheticBeatsAreCalledSo() {
        Report report = Exploration.of(beats(List.of("N", "V"), 10, true), info(true));
        assertThat(report.title()).contains("(synthetic)");
        assertThat(report.sections().get(0).blocks().get(0).toString())
                .contains("WARNING")
                .contains("synthetic");
    }

    @Test
    void sameBeatsGiveTheSameReport() {
        Beats beats = beats(List.of("N", "V"), 50, true);
        assertThat(Exploration.of(beats, info(false))).isEqualTo(Exploration.of(beats, info(false)));
    }

    @Test
    void refusesNoBeats() {
        Beats none = Beats.builder(List.of("N"), LENGTH).build();
        assertThatThrownBy(() -> Exploration.of(none, info(false))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Beats of four recordings. */
    private static Beats beats(List<String> classes, int each, boolean knownRecords) {
        SplittableRandom random = new SplittableRandom(1);
        Beats.Builder beats = Beats.builder(classes, LENGTH);
        for (int label = 0; label < classes.size(); label++) {
            for (int i = 0; i < each; i++) {
                float[] samples = new float[LENGTH];
                for (int sample = 0; sample < 15; sample++) {
                    samples[sample] = (float) random.nextDouble();
                }
                beats.add(samples, knownRecords ? beat(label, "r" + i % 4) : Beat.anonymous(label, 15));
            }
        }
        return beats.build();
    }

    private static Beat beat(int label, String record) {
        return new Beat(label, 15, 0.8, Double.NaN, record, record, 0, "N");
    }

    private static DatasetInfo info(boolean synthetic) {
        return new DatasetInfo("toy", "Toy beats", "Beats for tests", "1", synthetic, "CC0", "https://example.org/toy");
    }

    private static Section section(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

package org.beatbench.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Data;
import org.beatbench.comparison.text.Quantity;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Axis COST = Axis.logarithmic("time", Quantity.SECONDS);
    private static final Axis QUALITY = Axis.linear("macro-F1", Quantity.SCORE);

    @Test
    void theFrontierHoldsWhatNothingBeatsInBoth() {
        Frontier.Point cheap = point("cheap", 1, 0.5);
        Frontier.Point good = point("good", 10, 0.9);
        Frontier.Point beaten = point("beaten", 10, 0.8);
        Frontier.Point twin = point("twin", 1, 0.5);
        Frontier chart = new Frontier(COST, QUALITY, List.of(good, beaten, cheap, twin));
        assertThat(chart.unbeaten()).containsExactly(cheap, twin, good);
    }

    @Test
    void aCostThatHasNoPlaceOnItsAxisIsRefused() {
        assertThatThrownBy(() -> new Frontier(COST, QUALITY, List.of(point("free", 0, 0.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("free");
    }

    @Test
    void confusionsAreSharesOfTheirRow() {
        Matrix matrix = Matrix.confusion(List.of("N", "V"), List.of(List.of(3L, 1L), List.of(0L, 0L)));
        assertThat(matrix.share(0, 0)).isEqualTo(0.75);
        assertThat(matrix.share(1, 1)).isZero();
        assertThat(matrix.data().csv()).isEqualTo("""
                truth,answer,count,share
                N,N,3,0.75
                N,V,1,0.25
                V,N,0,0.0
                V,V,0,0.0
                """);
    }

    @Test
    void aDiagonalTellsWhatWasSaidAndWhatCame() {
        assertThat(diagonal(0.95, 0.63).data().csv()).isEqualTo("""
                name,said,came,low,high
                one,0.95,0.8,0.63,1.0
                """);
    }

    @Test
    void aPairReadTheOtherWayHasTheOtherSign() {
        Pairwise chart = new Pairwise(
                "macro-F1", List.of("a", "b", "c"), List.of(new Pairwise.Pair(0, 1, 0.25, 0.001, 0.002, true)));
        assertThat(chart.pair(0, 1).orElseThrow().difference()).isEqualTo(0.25);
        assertThat(chart.pair(1, 0).orElseThrow().difference()).isEqualTo(-0.25);
        assertThat(chart.pair(1, 0).orElseThrow().apart()).isTrue();
        assertThat(chart.pair(0, 2)).isEmpty();
        assertThat(chart.pair(1, 1)).isEmpty();
        assertThat(chart.data().csv()).isEqualTo("""
                first,second,measure,difference,p,adjusted p,told apart
                a,b,macro-F1,0.25,0.001,0.002,true
                """);
    }

    @Test
    void theLargestDifferenceIsTheDarkest() {
        Pairwise.Pair large = new Pairwise.Pair(0, 1, -0.5, 0, 0, true);
        Pairwise.Pair none = new Pairwise.Pair(0, 2, 0, 1, 1, false);
        Pairwise chart = new Pairwise("accuracy", List.of("a", "b", "c"), List.of(large, none));
        assertThat(chart.shade(large)).isEqualTo(1);
        assertThat(chart.shade(none)).isEqualTo(0.3);
        assertThat(new Pairwise("accuracy", List.of("a", "b", "c"), List.of(none)).shade(none))
                .isEqualTo(0.3);
    }

    @Test
    void pointsOfAStripStayInIt() {
        assertThat(IntStream.range(0, 1000).mapToDouble(Strips.Point::offset))
                .allMatch(offset -> Math.abs(offset) <= 0.5);
        Strips chart = new Strips(
                QUALITY,
                List.of(new Strips.Strip(
                        "one", Hue.NEUTRAL, new Estimate(0.5, 0.4, 0.6), List.of(new Strips.Point("s1", 0.3, true)))));
        assertThat(chart.data().csv()).isEqualTo("""
                name,point,value,low,high,marked
                one,,0.5,0.4,0.6,false
                one,s1,0.3,0.3,0.3,true
                """);
    }

    @Test
    void theAxisOfALadderHoldsAllItsIntervals() {
        Ladder.Line line =
                new Ladder.Line("one", Hue.ofSeries(0), List.of(new Ladder.Rung(0, new Estimate(0.5, 0.1, 0.9))));
        Ladder chart = new Ladder(List.of("only"), QUALITY, 0.4, 0.6, List.of(line));
        assertThat(chart.least()).isEqualTo(0.1);
        assertThat(chart.most()).isEqualTo(0.9);
    }

    @Test
    void samplesBecomeTimeWhereTheRateIsKnown() {
        List<Attention.Strip> strips = List.of(new Attention.Strip("a", List.of(new Attention.Stretch(0, 3, 0.5))));
        List<Attention.Panel> panels = List.of(new Attention.Panel("N", Hue.ofClass(0), List.of(0.0, 1.0), strips));
        Attention chart = new Attention(Steps.ofSamples(250.0), QUALITY, panels);
        assertThat(chart.data().csv()).contains("N,,0.004,0.004,1.0\n", "N,a,0.0,0.012,0.5\n");
        assertThat(chart.x().axis().quantity()).isEqualTo(Quantity.SECONDS);
        assertThat(new Attention(Steps.ofSamples(null), QUALITY, panels).data().csv())
                .contains("N,,1.0,1.0,1.0\n", "N,a,0.0,3.0,0.5\n");
    }

    @Test
    void stretchesBeyondTheEndOfATraceAreStillOnTheAxis() {
        List<Attention.Strip> strips = List.of(new Attention.Strip("a", List.of(new Attention.Stretch(0, 4.5, 0.5))));
        Attention chart = new Attention(
                Steps.ofSamples(null),
                QUALITY,
                List.of(new Attention.Panel("N", Hue.ofClass(0), List.of(0.0, 1.0, 0.5), strips)));
        assertThat(chart.length()).isEqualTo(5);
    }

    @Test
    void dataAreQuotedWhereTheyMustBe() {
        Data data = new Data(List.of("name"), List.of(List.of("a,\"b\""), List.of("two\nlines")));
        assertThat(data.csv()).isEqualTo("name\n\"a,\"\"b\"\"\"\n\"two\nlines\"\n");
    }

    @Test
    void marksAreNamedInTheDataAndDottedOnTheCurves() {
        Curves.Point first = new Curves.Point(1, Estimate.exactly(0.5));
        Curves.Point second = new Curves.Point(2, Estimate.exactly(0.25));
        Curves.Curve loss = new Curves.Curve("loss", Hue.NEUTRAL, List.of(first, second));
        Curves.Curve alone = new Curves.Curve("alone", Hue.NEUTRAL, List.of(first));
        Curves chart = new Curves(COST, QUALITY, List.of(loss, alone), List.of(new Curves.Mark(2, "best")));

        assertThat(chart.data().csv()).isEqualTo("""
                curve,x,value,low,high
                loss,1.0,0.5,0.5,0.5
                loss,2.0,0.25,0.25,0.25
                alone,1.0,0.5,0.5,0.5
                best,2.0,,,
                """);
        assertThat(chart.dots(loss)).containsExactly(second);
        assertThat(chart.dots(alone)).containsExactly(first);
        assertThat(new Curves(COST, QUALITY, List.of(loss)).dots(loss)).isEmpty();
    }

    @Test
    void aLineThatIsInSeveralSquaresIsNamedOnce() {
        Tradeoffs.Line first = new Tradeoffs.Line("first", Hue.ofSeries(0), List.of(new Tradeoffs.Point(0.25, 1)));
        Tradeoffs.Line second = new Tradeoffs.Line("second", Hue.ofSeries(1), List.of());
        Tradeoffs chart = new Tradeoffs(
                QUALITY,
                QUALITY,
                List.of(
                        new Tradeoffs.Square("N", List.of(new Tradeoffs.Point(0, 0.5)), List.of(first)),
                        new Tradeoffs.Square("V", List.of(), List.of(second, first))));
        assertThat(chart.names()).containsOnlyKeys("first", "second");
        assertThat(chart.data().csv()).isEqualTo("""
                square,name,x,y
                N,chance,0.0,0.5
                N,first,0.25,1.0
                V,first,0.25,1.0
                """);
    }

    @Test
    void aGroupWithoutValuesHasNoBoxButItsCount() {
        Boxes.Box right = new Boxes.Box("right", Hue.ofLayer(1), 3, 0.5, 0.625, 0.75, 0.875, 1);
        Boxes.Box wrong = new Boxes.Box("wrong", Hue.ofLayer(2), 1, 0.25, 0.25, 0.25, 0.25, 0.25);
        Boxes chart = new Boxes(
                QUALITY,
                "beats",
                List.of(
                        new Boxes.Row("a", List.of(right)),
                        new Boxes.Row("b", List.of(right, wrong)),
                        new Boxes.Row("c", List.of())));
        assertThat(chart.names())
                .containsExactly(Map.entry("right", Hue.ofLayer(1)), Map.entry("wrong", Hue.ofLayer(2)));
        assertThat(chart.rows().get(0).box("wrong")).isEmpty();
        assertThat(chart.rows().get(1).box("wrong")).contains(wrong);
        assertThat(chart.data().csv()).isEqualTo("""
                row,box,count,low,lower quartile,median,upper quartile,high
                a,right,3,0.5,0.625,0.75,0.875,1.0
                a,wrong,0,,,,,
                b,right,3,0.5,0.625,0.75,0.875,1.0
                b,wrong,1,0.25,0.25,0.25,0.25,0.25
                c,right,0,,,,,
                c,wrong,0,,,,,
                """);
    }

    @Test
    void theQuantilesOfABoxAscend() {
        for (double[] box : new double[][] {
            {0.6, 0.5, 0.7, 0.8, 0.9},
            {0.1, 0.5, 0.4, 0.8, 0.9},
            {0.1, 0.5, 0.7, 0.6, 0.9},
            {0.1, 0.5, 0.7, 0.8, 0.7},
            {Double.NaN, 0.5, 0.7, 0.8, 0.9},
            {0.1, 0.5, 0.7, 0.8, Double.POSITIVE_INFINITY}
        }) {
            assertThatThrownBy(() -> new Boxes.Box("box", Hue.NEUTRAL, 3, box[0], box[1], box[2], box[3], box[4]))
                    .as(Arrays.toString(box))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Boxes.Box("nothing", Hue.NEUTRAL, 0, 1, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void oneScaleOfColoursHoldsForAllPictures() {
        Attention.Stretch strong = new Attention.Stretch(0, 4, 0.5);
        Attention.Stretch against = new Attention.Stretch(4, 8, -0.25);
        Attention chart = new Attention(
                Steps.ofSamples(null),
                QUALITY,
                List.of(
                        new Attention.Panel(
                                "N",
                                Hue.ofClass(0),
                                List.of(0.2, 0.8),
                                List.of(new Attention.Strip("a", List.of(strong)))),
                        new Attention.Panel(
                                "V", Hue.ofClass(1), List.of(), List.of(new Attention.Strip("a", List.of(against))))));
        assertThat(chart.shades()).isEqualTo(new Shades(0.5));
        assertThat(chart.names()).containsExactly("a");
        assertThat(chart.low()).isEqualTo(0.2);
        assertThat(chart.high()).isEqualTo(0.8);
        assertThat(chart.length()).as("the end of the last stretch").isEqualTo(8);
        assertThat(chart.data().csv()).isEqualTo("""
                panel,name,from,to,value
                N,,0.0,0.0,0.2
                N,,1.0,1.0,0.8
                N,a,0.0,4.0,0.5
                V,a,4.0,8.0,-0.25
                """);
    }

    @Test
    void aQuarterOfTheLargestWeightHasHalfTheColour() {
        Shades shades = new Shades(0.8);
        assertThat(shades.of(0.8)).isEqualTo(1);
        assertThat(shades.of(0.2)).isEqualTo(0.5);
        assertThat(shades.of(-0.2)).isEqualTo(-0.5);
        assertThat(shades.of(0)).isZero();
        assertThat(new Shades(0).of(0)).as("where nothing matters").isZero();
        assertThatThrownBy(() -> new Shades(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shadesOfALegendAreEvenlySpaced() {
        Shades shades = new Shades(0.5);
        assertThat(shades.steps()).containsExactly(0.02, 0.08, 0.18, 0.32, 0.5);
        assertThat(shades.steps()).extracting(shades::of).containsExactly(0.2, 0.4, 0.6, 0.8, 1.0);
        assertThat(new Shades(0).steps()).isEmpty();
    }

    @Test
    void estimatesAreFinite() {
        assertThatThrownBy(() -> Estimate.exactly(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fiveClassesAndTenClassifiersHaveColoursOfTheirOwn() {
        Set<String> colours = new HashSet<>();
        IntStream.range(0, 10).forEach(i -> colours.add(Hue.ofClass(i).light()));
        IntStream.range(0, 10).forEach(i -> colours.add(Hue.ofSeries(i).light()));
        IntStream.range(0, 3).forEach(i -> colours.add(Hue.ofLayer(i).dark()));
        assertThat(colours).hasSize(23);
        assertThat(Hue.ofSeries(10).light()).isEqualTo(Hue.ofSeries(0).light());
    }

    private static Diagonal diagonal(double said, double low) {
        Diagonal.Point point = new Diagonal.Point(said, new Estimate(Math.max(0.8, low), low, 1));
        return new Diagonal(QUALITY, QUALITY, List.of(new Diagonal.Line("one", Hue.NEUTRAL, List.of(point))));
    }

    private static Frontier.Point point(String name, double cost, double quality) {
        return new Frontier.Point(name, Hue.NEUTRAL, cost, Estimate.exactly(quality));
    }
}

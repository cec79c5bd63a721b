package org.beatbench.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.reports.chart.Outline;
import org.beatbench.reports.chart.Rhythm;
import org.junit.jupiter.api.Test;

class RecordingPageTest {

    private static final double MINUTE = 60;

    private static <T> T chart(Report report, String id, Class<T> kind) {
        return kind.cast(report.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .map(Figure::chart)
                .findFirst()
                .orElseThrow());
    }

    private static Report report(AnsweredRecording recording) {
        return RecordingPage.of(recording).report();
    }

    @Test
    void countsEachBeatOnceInEveryFigure() {
        AnsweredRecording recording = Recordings.of(MINUTE);
        Report report = report(recording);
        int beats = recording.beats().size();

        assertThat(recording.beats().counts()).containsExactly(67, 0, 7, 1);
        assertThat(chart(report, "tachogram", Cloud.class).groups().stream()
                        .mapToInt(group -> group.spots().size())
                        .sum())
                .as("all but the first have a beat before")
                .isEqualTo(beats - 1);
        assertThat(chart(report, "lorenz", Cloud.class).groups().stream()
                        .mapToInt(group -> group.spots().size())
                        .sum())
                .as("and all but the last one after")
                .isEqualTo(beats - 2);
        assertThat(chart(report, "rr-histogram", Histogram.class).groups().get(0).heights().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(beats - 1);
        assertThat(chart(report, "outline", Outline.class).lanes())
                .extracting(lane -> lane.places().size())
                .containsExactly(67, 7);
    }

    @Test
    void anEarlyBeatLiesAsideOfTheDiagonal() {
        Cloud lorenz = chart(report(Recordings.of(MINUTE)), "lorenz", Cloud.class);
        Cloud.Group early = lorenz.groups().stream()
                .filter(group -> group.name().equals("V"))
                .findFirst()
                .orElseThrow();

        assertThat(early.spots()).hasSize(7).allSatisfy(spot -> {
            assertThat(spot.x()).isCloseTo(0.5, within(1e-9));
            assertThat(spot.y()).isCloseTo(1.1, within(1e-9));
        });
        assertThat(early.sign()).isEqualTo(Cloud.Sign.TRIANGLE);
    }

    @Test
    void templatesAreMeansInMillivolts() {
        Report report = report(Recordings.of(MINUTE));
        Curves.Curve normal = chart(report, "template-1", Curves.class).curves().get(0);

        double most = normal.points().stream()
                .mapToDouble(point -> point.y().value())
                .max()
                .orElseThrow();
        double least = normal.points().stream()
                .mapToDouble(point -> point.y().value())
                .min()
                .orElseThrow();
        assertThat(most - least).isCloseTo(1, within(0.02));
        Curves.Point peak = normal.points().stream()
                .filter(point -> point.y().value() == most)
                .findFirst()
                .orElseThrow();
        assertThat(peak.x()).as("ms from the mark").isCloseTo(0, within(3.0));
        assertThat(peak.y().high() - peak.y().value())
                .as("the baseline does not count")
                .isLessThan(0.02);
        assertThat(report.figures()).extracting(Figure::caption).contains("n = 7 beats; mean ± SD.");
    }

    @Test
    void whatIsDoubtfulComesFirstAndLeadsToItsBeat() {
        Report report = report(Recordings.of(MINUTE));
        Table flagged = (Table) section(report, "doubtful").blocks().get(1);

        assertThat(flagged.rows())
                .extracting(row -> row.get(2).value())
                .isSorted()
                .hasSize(3);
        assertThat(flagged.rows()).extracting(row -> row.get(0).link()).contains("#beat-4", "#beat-29", "#beat-54");
        assertThat(RecordingPage.of(Recordings.of(MINUTE)).html()).contains("href=\"#beat-29\"");
    }

    private static Section section(Report report, String id) {
        return report.sections().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stripsHoldTheSamplesAndTheBeatsInThem() {
        Rhythm strip = chart(report(Recordings.of(MINUTE)), "strip-1", Rhythm.class);

        assertThat(strip.heights()).hasSize(6 * Recordings.RATE + 1);
        assertThat(strip.heights().get(100)).isCloseTo(1.02, within(0.01));
        assertThat(strip.beats()).extracting(Rhythm.Beat::name).startsWith("N", "N", "N", "N?", "N");
    }

    @Test
    void whatFilesSayIsNeverMarkup() {
        String html = RecordingPage.of(Recordings.hostile()).html();

        assertThat(html)
                .doesNotContain("<script>alert", "</script><script>alert")
                .contains("&lt;script&gt;alert(");
        assertThat(html.split("<script", -1)).as("report, data, viewer").hasSize(4);
        assertThat(html.split("</script", -1)).hasSize(4);
        assertThat(html).doesNotContainPattern("(?i)(src|data-src|poster|action)\\s*=\\s*[\"']?(https?:)?//");
    }

    @Test
    void anUnknownUnitHasNoScale() {
        Report report = report(Recordings.hostile());
        String html = RecordingPage.of(Recordings.hostile()).html();

        assertThat(html)
                .contains("does not say how many millivolts", "Heights are not to scale", "height not to scale")
                .doesNotContain("10 mm/mV</text>");
        assertThat(chart(report, "strip-1", Rhythm.class).isToScale()).isFalse();
    }

    @Test
    void aRecordingOfFewBeatsOrNoneHasAPageToo() {
        for (int beats : new int[] {0, 1, 2, 3}) {
            String html = RecordingPage.of(Recordings.ofBeats(beats)).html().replaceAll("(?s)<script.*?</script>", "");
            assertThat(html).as("%d beats", beats).contains("<dd>" + beats).doesNotContain("NaN", "Infinity");
        }
        assertThat(RecordingPage.of(Recordings.ofBeats(0)).html())
                .contains("There are no two beats with a signal between them.", "There are none.");
        assertThat(RecordingPage.of(Recordings.of(0)).html()).contains("Recording r");
    }

    @Test
    void saysWhatItHoldsOfALongRecording() {
        assertThat(RecordingPage.of(Recordings.of(MINUTE)).html())
                .contains("This page holds every sample of the lead.");
        String html = RecordingPage.of(Recordings.of(3_600), 100_000).html();
        assertThat(html)
                .contains(
                        "too long for a page to hold every sample",
                        "pauses (1 of 1)",
                        "of every 200\u202fms, drawn as a band")
                .hasSizeLessThan(2_000_000);
    }

    @Test
    void theSameInEveryLanguage() {
        String expected = RecordingPage.of(Recordings.of(MINUTE)).html();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(RecordingPage.of(Recordings.of(MINUTE)).html()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void figuresHaveTheirNumbersAndClassesTheirSigns() {
        Report report = report(Recordings.of(MINUTE));
        assertThat(report.figures()).extracting(Figure::id).contains("outline", "tachogram", "lorenz", "rr-histogram");
        assertThat(chart(report, "strip-1", Rhythm.class).data().csv().lines())
                .startsWith("kind,seconds,value")
                .hasSizeGreaterThan(2_000);
        assertThat(List.of(chart(report, "outline", Outline.class).data().csv().split("\n")))
                .first()
                .isEqualTo("from,to,low,high,name");
    }
}

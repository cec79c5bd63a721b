package org.beatbench.app.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.comparison.text.TextTable.Column;
import org.beatbench.data.detector.DetectionCounts;
import org.beatbench.data.detector.DetectionScore;

/** What was found, as tables. */
final class DetectionText {

    private static final String GROSS = "gross";
    private static final String NONE = "-";

    private DetectionText() {}

    /** A line for each recording. */
    static TextTable found(List<Detection> detections) {
        return new TextTable(
                "Beats found",
                "",
                columns("length", "beats", "median per minute"),
                detections.stream()
                        .map(detection -> List.of(
                                detection.name(),
                                detection.leadsInWords(),
                                Numbers.seconds(detection.seconds()),
                                Numbers.count(detection.beats().size()),
                                Double.isNaN(detection.medianRate())
                                        ? NONE
                                        : Numbers.count(Math.round(detection.medianRate()))))
                        .toList());
    }

    /** What each line begins with, then numbers. */
    private static List<Column> columns(String... numbers) {
        return Stream.concat(
                        Stream.of(new Column("recording", false), new Column("leads", false)),
                        Arrays.stream(numbers).map(name -> new Column(name, true)))
                .toList();
    }

    /** As EC57 counts. */
    static TextTable standard(List<Detection> detections) {
        return new TextTable(
                "A: as EC57 counts: within ±150 ms, from 5:00 on, ventricular fibrillation left out",
                "",
                columns("beats", "missed", "extra", "Se", "+P"),
                rows(detections, (names, score) -> {
                    DetectionCounts counts = score.standard();
                    return row(
                            names,
                            Numbers.count(counts.beats()),
                            Numbers.count(counts.missed()),
                            Numbers.count(counts.extra()),
                            share(counts.sensitivity()),
                            share(counts.positivePredictiveValue()));
                }));
    }

    /** All beats, and where they are marked. */
    static TextTable all(List<Detection> detections) {
        return new TextTable(
                "B: all beats, from 0:00 on; what is found in fibrillation counts as extra",
                "Offset: of found from annotated beats within ±100 ms, median [quartiles].",
                columns(
                        "beats",
                        "missed",
                        "extra",
                        "in VF",
                        "F1 ±100 ms",
                        "F1 ±50 ms",
                        "offset, ms",
                        "median distance, ms"),
                rows(
                        detections,
                        (names, score) -> row(
                                names,
                                Numbers.count(score.wide().beats()),
                                Numbers.count(score.wide().missed()),
                                Numbers.count(score.wide().extra()),
                                Numbers.count(score.inFibrillation()),
                                share(score.wide().f1()),
                                share(score.narrow().f1()),
                                milliseconds(score.offset(0.5)) + " [" + milliseconds(score.offset(0.25)) + " to "
                                        + milliseconds(score.offset(0.75)) + "]",
                                milliseconds(score.distance(0.5)))));
    }

    @FunctionalInterface
    private interface Line {

        List<String> of(List<String> names, DetectionScore score);
    }

    private static List<List<String>> rows(List<Detection> detections, Line line) {
        List<List<String>> rows = new ArrayList<>();
        for (Detection detection : detections) {
            detection
                    .score()
                    .ifPresent(score -> rows.add(line.of(List.of(detection.name(), detection.leadsInWords()), score)));
        }
        rows.add(line.of(List.of(GROSS, ""), gross(detections)));
        return rows;
    }

    static DetectionScore gross(List<Detection> detections) {
        return DetectionScore.gross(detections.stream()
                .flatMap(detection -> detection.score().stream())
                .toList());
    }

    private static List<String> row(List<String> names, String... values) {
        return Stream.concat(names.stream(), Stream.of(values)).toList();
    }

    private static String share(double value) {
        return Double.isNaN(value) ? NONE : Numbers.hundredths(value);
    }

    private static String milliseconds(double seconds) {
        return Double.isNaN(seconds) ? NONE : Numbers.plain(Math.round(10_000 * seconds) / 10.0);
    }
}

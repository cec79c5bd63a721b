package org.beatbench.app.models;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.InputContract;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.models.BeatForm;
import org.beatbench.models.ClassScore;
import org.beatbench.models.ModelCard;
import org.beatbench.models.OnnxTwin;
import org.beatbench.models.PartScore;
import org.beatbench.models.TrainedOn;
import org.beatbench.stats.Interval;
import org.jspecify.annotations.Nullable;

/** A model card for people. */
public final class CardText {

    private static final int FINGERPRINT_SHOWN = 12;
    private static final int COLUMN = 9;
    private static final String NONE = "–";

    private final PrintWriter out;

    public CardText(PrintWriter out) {
        this.out = out;
    }

    /** A folder as an argument that cannot be taken for an id. */
    static Path place(Path folder) {
        return folder.isAbsolute() || folder.getNameCount() > 1
                ? folder
                : Path.of(".").resolve(folder);
    }

    public void print(ModelCard card) {
        TrainedOn training = card.training();
        List<String> classes = card.beats().classes();
        out.println(card.name() + " (" + card.classifier().id() + " "
                + card.classifier().version() + ", " + card.classifier().origin() + "), trained "
                + card.trained().truncatedTo(ChronoUnit.SECONDS));
        fact("settings", pairs(card.classifier().settings()));
        fact("libraries", pairs(card.classifier().libraries()));
        fact(
                "data",
                training.datasetName() + (training.synthetic() ? ", SYNTHETIC" : "") + " ("
                        + training.dataset().id() + ", "
                        + pairs(training.dataset().settings()) + "), fingerprint "
                        + shortened(training.dataset().fingerprint()));
        fact("division", training.division());
        fact(
                "learned from",
                counts(classes, training.classCounts()) + ", resampling " + training.resampling()
                        + (training.resampledCounts().equals(training.classCounts())
                                ? ""
                                : " to " + counts(classes, training.resampledCounts())));
        Double temperature = card.temperature();
        fact(
                "probabilities",
                temperature == null ? "" : "calibrated, temperature " + Numbers.plain(round(temperature)));
        fact("seed, threads", training.seed() + ", " + training.threads());
        fact("made with", training.command());
        fact(
                "made on",
                "beatbench " + card.environment().beatbench() + ", Java "
                        + card.environment().java() + ", " + card.environment().system());
        OnnxTwin twin = card.onnx();
        if (twin != null) {
            fact(
                    "ONNX",
                    String.format(
                            Locale.ROOT,
                            "a graph of opset %d, which answers %d made-up beats alike with %s; greatest difference of a probability %.1e",
                            twin.opset(),
                            twin.beats(),
                            twin.checkedWith(),
                            twin.greatestDifference()));
        }
        print(card.beats());
        String basis = (training.synthetic() ? ", SYNTHETIC" : "")
                + (training.protocol().isEmpty()
                        ? ", no protocol"
                        : ", protocol " + training.protocol() + " " + training.split());
        card.scores().forEach(score -> print(score, basis));
    }

    private void print(BeatForm beats) {
        fact("answers", String.join(" ", beats.classes()) + " for rows of " + sentence(beats));
        InputContract input = beats.input();
        if (input != null) {
            fact("made of", sentence(input));
        }
        if (!beats.assumptions().isEmpty()) {
            out.println("  How the beats were made:");
            beats.assumptions().forEach(sentence -> out.println("    " + sentence));
        }
    }

    /** What a recording must have, such as {@code lead MLII or V5, from 0 to 1.56 s after the mark; each beat from 0 to 1}. */
    private static String sentence(InputContract input) {
        return input.leads().stream()
                        .map(names -> "lead "
                                + names.stream()
                                        .map(name -> name.isEmpty() ? "without a name" : name)
                                        .collect(Collectors.joining(" or ")))
                        .collect(Collectors.joining(" and "))
                + ", at most " + Numbers.plain(round(input.before())) + " s before the mark and "
                + Numbers.plain(round(input.after())) + " s after it, any rate and unit; heights: " + input.scaling();
    }

    private static double round(double seconds) {
        return Math.round(100 * seconds) / 100.0;
    }

    /** What a row is that a model answers, such as {@code 187 numbers from 0 to 1, a beat at 120 samples a second}. */
    static String sentence(BeatForm beats) {
        Double rate = beats.rate();
        return beats.length() + " numbers" + (beats.scaled() ? " from 0 to 1" : "") + ", a beat at "
                + (rate == null ? "an unknown number of" : Numbers.plain(rate)) + " samples a second";
    }

    /**
     * Prints how well a model did.
     *
     * @param basis what is to be said of the beats, from a comma on; may be empty
     */
    public void print(PartScore score, String basis) {
        String subjects = score.subjects() == 0 ? "" : " of " + Numbers.count(score.subjects()) + " subjects";
        out.println(
                "Scores on " + score.part() + " beats" + basis + ", n = " + Numbers.count(score.beats()) + subjects);
        out.println("  macro-F1 " + figure(Quantity.SCORE, score.macroF1()) + ", accuracy "
                + figure(Quantity.SHARE, score.accuracy()) + " (majority rate "
                + value(Quantity.SHARE, score.majorityRate()) + ")");
        out.println("  Brackets: 95 % intervals by bootstrap over "
                + (score.unit().equals(PartScore.SUBJECT)
                        ? "subjects."
                        : "single beats, which is too narrow for new patients."));
        if (!score.remark().isEmpty()) {
            out.println("  " + score.remark());
        }
        int width = score.classes().stream()
                .mapToInt(one -> one.name().length())
                .max()
                .orElse(0);
        row(width, "", "beats", "Se", "+P", "F1");
        for (ClassScore one : score.classes()) {
            row(
                    width,
                    one.name(),
                    Numbers.count(one.beats()),
                    value(Quantity.SHARE, one.sensitivity()),
                    value(Quantity.SHARE, one.positivePredictiveValue()),
                    value(Quantity.SCORE, one.f1()));
        }
    }

    private void fact(String name, String text) {
        if (!text.isEmpty()) {
            out.println("  " + name + ": " + text);
        }
    }

    private void row(int width, String name, String... cells) {
        StringBuilder line = new StringBuilder("  " + name + " ".repeat(width - name.length()));
        for (String cell : cells) {
            line.append(" ".repeat(Math.max(1, COLUMN - cell.length()))).append(cell);
        }
        out.println(line);
    }

    private static String figure(Quantity quantity, @Nullable Interval interval) {
        return interval == null
                ? NONE
                : Numbers.format(quantity, interval.estimate()) + " "
                        + Numbers.interval(
                                quantity, new Estimate(interval.estimate(), interval.low(), interval.high()));
    }

    private static String value(Quantity quantity, @Nullable Double value) {
        return value == null ? NONE : Numbers.format(quantity, value);
    }

    private static String counts(List<String> classes, List<Integer> counts) {
        return IntStream.range(0, Math.min(classes.size(), counts.size()))
                .mapToObj(label -> classes.get(label) + " " + Numbers.count(counts.get(label)))
                .collect(Collectors.joining(", "));
    }

    private static String pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(pair -> pair.getKey() + " " + (pair.getValue().isEmpty() ? "empty" : pair.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String fingerprint) {
        return fingerprint.length() <= FINGERPRINT_SHOWN
                ? fingerprint
                : fingerprint.substring(0, FINGERPRINT_SHOWN) + "…";
    }
}

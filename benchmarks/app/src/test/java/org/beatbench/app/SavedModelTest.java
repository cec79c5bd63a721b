package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.FitContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.protocol.HeldOut;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every classifier there is, trained and saved by one process and used by another. */
class SavedModelTest {

    private static final Map<String, String> LEARNED = Map.of("subjects", "6", "beats", "60");
    private static final Map<String, String> NEW = Map.of("subjects", "4", "beats", "60", "seed", "9");

    @TempDir
    private Path folder;

    static Stream<String> classifiers() {
        return BeatRows.CATALOGUE.classifiers().stream().map(one -> one.info().id());
    }

    /** What a model answers that was never saved. */
    private Predictions expected(KnownClassifier<?> classifier, Map<String, String> settings, Beats asked)
            throws IOException {
        Beats beats = BeatRows.synthetic(LEARNED);
        HeldOut heldOut = classifier.info().usesValidation() ? HeldOut.from(beats, 1) : HeldOut.nothing(beats);
        FitContext context =
                new FitContext(beats.select(heldOut.validation()), 1, 1, folder, Progress.NONE, Cancellation.NEVER);
        try (TrainedModel model = classifier.create(settings).fit(beats.select(heldOut.training()), context)) {
            return model.predict(asRead(asked));
        }
    }

    /** Rows do not say where the padding begins: a beat that ends in zeros is read as a shorter one. */
    private static Beats asRead(Beats beats) {
        Beats.Builder read = Beats.builder(beats.classes(), beats.length());
        for (int row = 0; row < beats.size(); row++) {
            float[] samples = beats.samples().row(row);
            int length = samples.length;
            while (length > 0 && samples[length - 1] == 0) {
                length--;
            }
            read.add(samples, Beat.anonymous(Beat.UNLABELLED, length));
        }
        return read.build();
    }

    /** Networks need not learn long to be saved. */
    private static Map<String, String> quick(KnownClassifier<?> classifier) {
        return classifier.schema().settings().stream()
                        .anyMatch(setting -> setting.name().equals("epochs"))
                ? Map.of("epochs", "2")
                : Map.of();
    }

    private static Predictions answers(Path csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            List<CsvRecord> records = reader.stream().toList();
            assertThat(records.get(0).getFields()).containsExactly("row", "class", "p:N", "p:S", "p:V", "p:F", "p:Q");
            Rows.Builder rows = Rows.builder(5);
            for (int i = 1; i < records.size(); i++) {
                assertThat(records.get(i).getField(0)).isEqualTo(Integer.toString(i));
                float[] row = new float[5];
                for (int label = 0; label < row.length; label++) {
                    row[label] = Float.parseFloat(records.get(i).getField(2 + label));
                }
                rows.add(row);
            }
            return Predictions.of(rows.build());
        }
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void answersInANewProcessToTheLastBitAsItDidWhenItWasTrained(String classifier) throws Exception {
        KnownClassifier<?> known = BeatRows.CATALOGUE.classifier(classifier);
        Map<String, String> settings = quick(known);
        Path model = folder.resolve("model");
        List<String> train = new ArrayList<>(List.of("train", classifier, "--dataset", "synthetic"));
        LEARNED.forEach((name, value) -> train.addAll(List.of("--set", name + "=" + value)));
        settings.forEach((name, value) -> train.addAll(List.of("--setting", name + "=" + value)));
        train.addAll(List.of("--threads", "1", "--out", model.toString()));
        Cli trained = Cli.run(train.toArray(new String[0]));
        assertThat(trained.err()).isEmpty();
        assertThat(trained.exitCode()).isZero();

        Beats asked = BeatRows.synthetic(NEW);
        Path rows = BeatRows.write(asked, folder.resolve("rows.csv"), false);
        Path answers = folder.resolve("answers.csv");
        assertThat(NewProcess.run(answers, "predict", model.toString(), rows.toString()))
                .isZero();

        assertThat(answers(answers)).isEqualTo(expected(known, settings, asked));
        assertThat(Files.readString(answers)).doesNotContain("\r");
    }
}

package org.beatbench.data.kaggle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.cache.BeatCache;
import org.beatbench.data.cache.CacheKey;

/**
 * Reads the published Kaggle files: first all rows of the training file, then all of the test file. The record of a beat
 * is {@value #TRAINING} or {@value #TEST}, after the file it stands in; subject, place and intervals are not known.
 */
public final class KaggleProvider implements DatasetProvider<KaggleSettings> {

    /** The record of the beats of {@code mitbih_train.csv}. */
    public static final String TRAINING = "train";

    /** The record of the beats of {@code mitbih_test.csv}. */
    public static final String TEST = "test";

    private static final String VERSION = "1";

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "kaggle",
                "ECG Heartbeat Categorization Dataset (Kaggle)",
                "The published cut of the MIT-BIH records: 109,446 beats of five classes, patients unknown.",
                VERSION,
                false,
                "Open Data Commons Attribution License v1.0 (ODC-By 1.0), that of the records",
                "Kachuee M, Fazeli S, Sarrafzadeh M. ECG Heartbeat Classification: A Deep Transferable Representation."
                        + " IEEE ICHI (2018). arXiv:1805.00794; Moody GB, Mark RG. The impact of the MIT-BIH Arrhythmia"
                        + " Database. IEEE Eng in Med and Biol 20(3):45-50 (2001). doi:10.13026/C2F305");
    }

    @Override
    public KaggleSettings defaults() {
        return new KaggleSettings("");
    }

    @Override
    public OptionalDouble rate(KaggleSettings settings) {
        return OptionalDouble.of(BeatCutter.BEAT_RATE);
    }

    @Override
    public Beats load(KaggleSettings settings, DatasetContext context) throws IOException {
        context.cancellation().check();
        Path folder = settings.folder().isEmpty() ? context.folder().resolve("kaggle") : Path.of(settings.folder());
        Path training = folder.resolve("mitbih_train.csv");
        Path test = folder.resolve("mitbih_test.csv");
        List<String> missing = List.of(training, test).stream()
                .filter(file -> !Files.isRegularFile(file))
                .map(file -> file.getFileName() + " does not exist")
                .toList();
        if (!missing.isEmpty()) {
            throw UserError.of(
                    folder.toString(),
                    missing,
                    "put both files there, or make them from the records with: beatbench export mitdb --format kaggle --out "
                            + folder);
        }
        return BeatCache.ofUser()
                .load(
                        CacheKey.of("kaggle", "version " + VERSION, List.of(training, test)),
                        folder,
                        () -> read(training, test, context));
    }

    private static Beats read(Path training, Path test, DatasetContext context) throws IOException {
        CsvFile first = CsvFile.read(training, RowForm.PUBLISHED, context);
        CsvFile second = CsvFile.read(test, RowForm.PUBLISHED, context);
        List<String> problems = new ArrayList<>(first.problems());
        problems.addAll(second.problems());
        if (!problems.isEmpty()) {
            throw UserError.of(
                    training.getParent() + " (file:line:column)",
                    problems,
                    "a row is 187 numbers from 0 to 1 and the label 0 to 4, separated by commas, without a header;"
                            + " get the files anew or correct them");
        }
        List<Beat> beats = new ArrayList<>();
        addBeats(first, TRAINING, beats);
        addBeats(second, TEST, beats);
        return Beats.of(BeatClass.names(), CsvFile.join(first, second), beats);
    }

    private static void addBeats(CsvFile file, String record, List<Beat> beats) {
        for (CsvRows block : file.blocks()) {
            for (int row = 0; row < block.size(); row++) {
                beats.add(new Beat(block.label(row), block.length(row), Double.NaN, Double.NaN, "", record, -1, ""));
            }
        }
    }
}

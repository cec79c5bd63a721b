package org.beatbench.data.kaggle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.cache.BeatCache;
import org.beatbench.data.cache.CacheKey;

/**
 * Reads the published Kaggle files: of the MIT-BIH rows first all of the training file, then all of the test file, the record of
 * a beat being {@code train} or {@code test}; of the PTB rows first the normal, then the abnormal ones, not divided. Subject,
 * place and intervals are not known.
 */
public final class KaggleProvider implements DatasetProvider<KaggleSettings> {

    private static final String VERSION = "1";

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "kaggle",
                "ECG Heartbeat Categorization Dataset (Kaggle)",
                "The published cut of the MIT-BIH records: 109,446 beats of five classes, patients unknown. With files:"
                        + " ptbdb, that of the PTB diagnostic records: two classes.",
                VERSION,
                false,
                "Open Data Commons Attribution License v1.0 (ODC-By 1.0), that of the records",
                "Kachuee M, Fazeli S, Sarrafzadeh M. ECG Heartbeat Classification: A Deep Transferable Representation."
                        + " IEEE ICHI (2018). arXiv:1805.00794; Moody GB, Mark RG. The impact of the MIT-BIH Arrhythmia"
                        + " Database. IEEE Eng in Med and Biol 20(3):45-50 (2001). doi:10.13026/C2F305");
    }

    @Override
    public KaggleSettings defaults() {
        return new KaggleSettings("", PublishedFiles.MITBIH, 0);
    }

    /** That of the MIT-BIH rows; of the PTB rows it is not known to have been checked. */
    @Override
    public OptionalDouble rate(KaggleSettings settings) {
        return settings.files() == PublishedFiles.MITBIH
                ? OptionalDouble.of(BeatCutter.BEAT_RATE)
                : OptionalDouble.empty();
    }

    @Override
    public List<String> assumptions(KaggleSettings settings, DatasetContext context) throws IOException {
        return provenance(settings, context).assumptions();
    }

    /** Classes without a row are a warning: labels that mean something else are found out by them. */
    @Override
    public Provenance provenance(KaggleSettings settings, DatasetContext context) throws IOException {
        List<String> assumptions = new ArrayList<>();
        if (settings.files().areByClass()) {
            assumptions.add(
                    "The class of a row is that of its file, which is the diagnosis of the patient and not of the"
                            + " beat; whose the rows are is not known.");
        }
        List<String> warnings = new LabelCounts(settings, load(settings, context))
                .empty().stream().toList();
        assumptions.addAll(warnings);
        if (settings.firstLabel() != 0) {
            assumptions.add("Labels were counted from " + settings.firstLabel() + ", as the setting first-label says.");
        }
        return new Provenance(assumptions, warnings, false);
    }

    @Override
    public Beats load(KaggleSettings settings, DatasetContext context) throws IOException {
        context.cancellation().check();
        Path folder = settings.folder().isEmpty() ? context.folder().resolve("kaggle") : Path.of(settings.folder());
        PublishedFiles wanted = settings.files();
        List<String> missing = missing(wanted, folder);
        if (!missing.isEmpty()) {
            throw UserError.of(folder.toString(), missing, remedy(wanted, folder));
        }
        List<Path> files = wanted.names().stream().map(folder::resolve).toList();
        String recipe = "version " + VERSION + (settings.firstLabel() == 0 ? "" : " from " + settings.firstLabel());
        Beats beats = BeatCache.ofUser()
                .load(CacheKey.of("kaggle", recipe, files), folder, () -> read(files, settings, context));
        new LabelCounts(settings, beats).ask(folder);
        return beats;
    }

    private static List<String> missing(PublishedFiles wanted, Path folder) {
        return wanted.names().stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .map(name -> name + " does not exist")
                .toList();
    }

    private static String remedy(PublishedFiles wanted, Path folder) {
        for (PublishedFiles others : PublishedFiles.values()) {
            if (others != wanted && missing(others, folder).isEmpty()) {
                return "set files: " + others.name().toLowerCase(Locale.ROOT) + " to read "
                        + String.join(" and ", others.names()) + ", which are there";
            }
        }
        return wanted == PublishedFiles.MITBIH
                ? "put both files there, or make them from the records with: beatbench export mitdb --format kaggle --out "
                        + folder
                : "put both files there";
    }

    private static Beats read(List<Path> files, KaggleSettings settings, DatasetContext context) throws IOException {
        PublishedFiles published = settings.files();
        RowForm form = published.form(settings.firstLabel());
        CsvFile first = CsvFile.read(files.get(0), form, context);
        CsvFile second = CsvFile.read(files.get(1), form, context);
        List<String> problems = new ArrayList<>(first.problems());
        problems.addAll(second.problems());
        if (published.areByClass()) {
            otherClass(first, 0, form, files.get(0)).ifPresent(problems::add);
            otherClass(second, 1, form, files.get(1)).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw UserError.of(
                    files.get(0).getParent() + " (file:line:column)",
                    problems,
                    "a row is 187 numbers from 0 to 1 and then the label, " + form.firstLabel() + " to "
                            + form.lastLabel()
                            + (form.firstLabel() == 0 ? " (from 1? set first-label: 1)" : "")
                            + ", separated by commas, without a header; get the files anew or correct them. Other tables of"
                            + " labelled rows are read by the data set ucr");
        }
        List<Beat> beats = new ArrayList<>();
        addBeats(first, published.records().get(0), beats);
        addBeats(second, published.records().get(1), beats);
        return Beats.of(form.classes(), CsvFile.join(first, second), beats);
    }

    /** Rows that say they are of another class than the file they stand in. */
    private static Optional<String> otherClass(CsvFile file, int label, RowForm form, Path path) {
        long others = file.blocks().stream()
                .flatMapToInt(block -> IntStream.range(0, block.size()).map(block::label))
                .filter(found -> found != label)
                .count();
        return others == 0 || !file.problems().isEmpty()
                ? Optional.empty()
                : Optional.of(path.getFileName() + ": " + others + (others == 1 ? " row has" : " rows have")
                        + " another label than " + (form.firstLabel() + label) + " ("
                        + form.classes().get(label) + "), the class of this file");
    }

    private static void addBeats(CsvFile file, String record, List<Beat> beats) {
        for (CsvRows block : file.blocks()) {
            for (int row = 0; row < block.size(); row++) {
                beats.add(new Beat(block.label(row), block.length(row), Double.NaN, Double.NaN, "", record, -1, ""));
            }
        }
    }
}

package org.beatbench.data.ucr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.UserError;

/**
 * Reads a problem of the UCR Time Series Classification Archive: the training series, then the test series, with record
 * {@code train} or {@code test} and no subject. Values are taken as they are and not scaled; classes are the labels that
 * occur, in numeric order if all are numbers, or those that a file declares, in its order.
 */
public final class UcrProvider implements DatasetProvider<UcrSettings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "ucr",
                "UCR Time Series Classification Archive",
                "One problem of the UCR archive, or series of your own in its .tsv, .txt, .csv or .ts format.",
                "1",
                false,
                "as the archive or the owner of the series says",
                "Dau HA, Bagnall A, Kamgar K, Yeh CCM, Zhu Y, Gharghabi S, Ratanamahatana CA, Keogh E. The UCR time series"
                        + " archive. IEEE/CAA J. Autom. Sinica 6(6):1293-1305 (2019), doi:10.1109/JAS.2019.1911747");
    }

    @Override
    public UcrSettings defaults() {
        return new UcrSettings("", "ECG5000", false, LabelPlace.FIRST);
    }

    /**
     * Reads both files of a problem.
     *
     * @throws UserError if a file is missing or a line of it is wrong, naming file and line, or if series are of unequal
     *     length and not to be padded, or if labels cannot be what they were taken for
     */
    @Override
    public Beats load(UcrSettings settings, DatasetContext context) throws IOException {
        UcrFiles files = UcrFiles.find(settings, context.folder());
        Problems problems = new Problems();
        context.progress().advanced("read " + settings.problem(), 0, 2);
        SeriesFile first = read(files.train(), settings, context, problems);
        context.progress().advanced("read " + settings.problem(), 1, 2);
        SeriesFile second = read(files.test(), settings, context, problems);
        context.progress().advanced("read " + settings.problem(), 2, 2);
        refuseOtherClasses(files.test(), first, second, problems);
        refuseUndeclared(files.test(), second, first.declared(), "training", problems);
        refuseUndeclared(files.train(), first, second.declared(), "test", problems);
        problems.throwIfAny(settings.problem(), "Correct the lines named.");

        List<Series> train = first.series();
        List<Series> test = second.series();
        new LabelQuestion(files.areTables() ? Optional.of(settings.label()) : Optional.empty(), train, test)
                .ask(files.train().toString());
        int length = Stream.of(train, test)
                .flatMap(List::stream)
                .mapToInt(Series::size)
                .max()
                .orElseThrow();
        if (!settings.pad()) {
            refuseShorter(files.train(), train, length, problems);
            refuseShorter(files.test(), test, length, problems);
            problems.throwIfAny(
                    settings.problem() + " has series of unequal length",
                    "Set pad to true to have them padded with zeros at the end.");
        }
        LabelEncoding labels = LabelEncoding.of(
                first.declared().isEmpty() ? second.declared() : first.declared(),
                Stream.of(train, test).flatMap(List::stream).map(Series::label).toList());
        Beats.Builder beats = Beats.builder(labels.names(), length);
        add(train, "train", labels, length, beats);
        add(test, "test", labels, length, beats);
        return beats.build();
    }

    private static SeriesFile read(Path file, UcrSettings settings, DatasetContext context, Problems problems)
            throws IOException {
        try (LineReader lines = LineReader.open(file, context.cancellation())) {
            SeriesFile read = UcrFiles.describesItself(file)
                    ? TsFormat.read(lines, problems)
                    : new TableFormat(settings.label()).read(lines, problems);
            if (read.series().isEmpty() && problems.isEmpty()) {
                problems.add(file, "holds no series");
            }
            return read;
        }
    }

    private static void refuseOtherClasses(Path test, SeriesFile first, SeriesFile second, Problems problems) {
        List<String> declared = first.declared();
        if (!declared.isEmpty()
                && !second.declared().isEmpty()
                && !Set.copyOf(declared).equals(Set.copyOf(second.declared()))) {
            problems.add(
                    test,
                    "declares the classes " + String.join(", ", second.declared()) + ", and the training file "
                            + String.join(", ", declared));
        }
    }

    /** A file that declares nothing goes by the other's word. */
    private static void refuseUndeclared(
            Path file, SeriesFile read, List<String> declared, String other, Problems problems) {
        if (declared.isEmpty() || !read.declared().isEmpty()) {
            return;
        }
        LabelEncoding classes = LabelEncoding.of(declared, List.of());
        read.series().stream()
                .filter(one -> !classes.contains(one.label()))
                .forEach(one -> problems.add(
                        file,
                        one.line(),
                        "class \"" + Values.shown(one.label()) + "\" is not among those that the " + other
                                + " file declares (" + String.join(", ", declared) + ")"));
    }

    private static void refuseShorter(Path file, List<Series> series, int length, Problems problems) {
        for (Series one : series) {
            if (one.size() < length) {
                problems.add(file, one.line(), one.size() + " values; the longest series has " + length);
            }
        }
    }

    private static void add(List<Series> series, String record, LabelEncoding labels, int length, Beats.Builder beats) {
        for (Series one : series) {
            Beat beat = new Beat(labels.index(one.label()), one.size(), Double.NaN, Double.NaN, "", record, -1, "");
            beats.add(Arrays.copyOf(one.values(), length), beat);
        }
    }
}

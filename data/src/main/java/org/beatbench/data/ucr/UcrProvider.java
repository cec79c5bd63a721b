package org.beatbench.data.ucr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
 * occur, in numeric order if all are numbers.
 */
public final class UcrProvider implements DatasetProvider<UcrSettings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "ucr",
                "UCR Time Series Classification Archive",
                "One problem of the UCR archive, or series of your own in its .tsv, .txt or .ts format.",
                "1",
                false,
                "as the archive or the owner of the series says",
                "Dau HA, Bagnall A, Kamgar K, Yeh CCM, Zhu Y, Gharghabi S, Ratanamahatana CA, Keogh E. The UCR time series"
                        + " archive. IEEE/CAA J. Autom. Sinica 6(6):1293-1305 (2019), doi:10.1109/JAS.2019.1911747");
    }

    @Override
    public UcrSettings defaults() {
        return new UcrSettings("", "ECG5000", false);
    }

    /**
     * Reads both files of a problem.
     *
     * @throws UserError if a file is missing or a line of it is wrong, naming file and line, or if series are of unequal
     *     length and not to be padded
     */
    @Override
    public Beats load(UcrSettings settings, DatasetContext context) throws IOException {
        UcrFiles files = UcrFiles.find(settings, context.folder());
        Problems problems = new Problems();
        context.progress().advanced("read " + settings.problem(), 0, 2);
        List<Series> train = read(files.train(), context, problems);
        context.progress().advanced("read " + settings.problem(), 1, 2);
        List<Series> test = read(files.test(), context, problems);
        context.progress().advanced("read " + settings.problem(), 2, 2);
        problems.throwIfAny(settings.problem(), "Correct the lines named.");

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
                Stream.of(train, test).flatMap(List::stream).map(Series::label).toList());
        if (labels.names().size() < 2) {
            throw new UserError(
                    files.train() + ": all series are of class "
                            + labels.names().get(0),
                    "Give series of at least two classes.");
        }
        Beats.Builder beats = Beats.builder(labels.names(), length);
        add(train, "train", labels, length, beats);
        add(test, "test", labels, length, beats);
        return beats.build();
    }

    private static List<Series> read(Path file, DatasetContext context, Problems problems) throws IOException {
        try (LineReader lines = LineReader.open(file, context.cancellation())) {
            List<Series> series = file.toString().endsWith(UcrFiles.TS)
                    ? TsFormat.read(lines, problems)
                    : TableFormat.read(lines, problems);
            if (series.isEmpty() && problems.isEmpty()) {
                problems.add(file, "holds no series");
            }
            return series;
        }
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

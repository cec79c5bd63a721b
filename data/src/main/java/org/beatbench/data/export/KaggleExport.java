package org.beatbench.data.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.files.Aside;

/**
 * Writes beats as the published Kaggle files: no header, 187 samples and the label, each as {@code %.18e} of its value in
 * single precision, separated by commas; rows sorted by class and shuffled within.
 */
public final class KaggleExport {

    /** Enough digits to give the exact published text. */
    private static final ScientificFormat FORMAT = new ScientificFormat(18);

    private KaggleExport() {}

    /**
     * Writes {@code mitbih_train.csv} and {@code mitbih_test.csv}; files of these names are replaced, once both new ones are
     * whole, one after the other: if the second cannot be put in place, the first is new already.
     *
     * @param beats labelled beats of 187 samples and the classes N S V F Q
     * @param training rows of the training file
     * @param test rows of the test file
     * @param folder where to write; made if it does not exist
     * @param seed of the order within each class
     * @param progress hears of rows written
     * @throws UserError if the beats do not fit this format, or the files cannot be written
     */
    public static void write(
            Beats beats, Selection training, Selection test, Path folder, long seed, Progress progress) {
        check(beats);
        SplittableRandom random = new SplittableRandom(seed);
        int[] trainingRows = ordered(beats, training, random);
        int[] testRows = ordered(beats, test, random);
        Path trainingFile = folder.resolve("mitbih_train.csv");
        Path testFile = folder.resolve("mitbih_test.csv");
        try (Aside first = write(beats, trainingRows, trainingFile, progress);
                Aside second = write(beats, testRows, testFile, progress)) {
            RowFile.publish(trainingFile, first);
            RowFile.publish(testFile, second);
        }
    }

    private static void check(Beats beats) {
        if (beats.length() != BeatCutter.LENGTH || !beats.classes().equals(BeatClass.names())) {
            throw new UserError(
                    "these beats have " + beats.length() + " samples and the classes "
                            + String.join(" ", beats.classes()) + "; the Kaggle format has " + BeatCutter.LENGTH
                            + " and "
                            + String.join(" ", BeatClass.names()),
                    "export them with --format csv");
        }
        if (beats.beats().stream().anyMatch(beat -> beat.label() == Beat.UNLABELLED)) {
            throw new UserError("some of these beats have no label", "export them with --format csv");
        }
    }

    private static int[] ordered(Beats beats, Selection selection, SplittableRandom random) {
        int[] rows = selection.stream().toArray();
        for (int i = rows.length - 1; i > 0; i--) {
            int other = below(i + 1, random);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
        // A stable sort: the shuffled order stays within each class.
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingInt(beats::label))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A whole number below a bound, from raw words: the generator's own bounded numbers may change from Java to Java. */
    private static int below(int bound, SplittableRandom random) {
        long range = 1L << 32;
        long fair = range - range % bound;
        long word = random.nextLong() >>> 32;
        while (word >= fair) {
            word = random.nextLong() >>> 32;
        }
        return (int) (word % bound);
    }

    private static Aside write(Beats beats, int[] rows, Path file, Progress progress) {
        return RowFile.write(file, "", rows.length, (row, line) -> write(beats, rows[row], line), progress);
    }

    private static void write(Beats beats, int row, TextBuffer line) {
        for (int column = 0; column < beats.length(); column++) {
            line.put(beats.samples().at(row, column), FORMAT);
            line.put(',');
        }
        line.put(beats.label(row), FORMAT);
        line.put('\n');
    }
}

package org.beatbench.data.kaggle;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;

/** Asks whether labels were counted as they are here, by which of them occur: each number stands for a class that has a name. */
final class LabelCounts {

    private final KaggleSettings settings;
    private final Beats beats;
    private final int[] present;

    LabelCounts(KaggleSettings settings, Beats beats) {
        this.settings = settings;
        this.beats = beats;
        int[] counts = beats.classCounts();
        this.present = IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0)
                .toArray();
    }

    /**
     * Ends here if labels may not mean what they are taken for, or there is nothing to tell apart.
     *
     * @throws UserError saying what is strange
     */
    void ask(Path folder) {
        if (present.length == 1) {
            throw new UserError(
                    folder + ": all rows have label " + labels(present) + " (class " + names(present) + ")",
                    "give rows of at least two classes");
        }
        if (settings.firstLabel() == 0 && present[0] > 0) {
            throw new UserError(
                    folder + ": no row has label 0 (class " + beats.classes().get(0) + "); labels go from " + present[0]
                            + " to " + present[present.length - 1] + ": were they counted from 1?",
                    "set first-label: 1 if they were. Rows that have no class "
                            + beats.classes().get(0)
                            + " indeed are read by the data set ucr with label: last, as mine_TRAIN.csv and mine_TEST.csv");
        }
    }

    /** The classes without a row, in a sentence. */
    Optional<String> empty() {
        int[] absent = IntStream.range(0, beats.classes().size())
                .filter(label -> Arrays.binarySearch(present, label) < 0)
                .toArray();
        return absent.length == 0
                ? Optional.empty()
                : Optional.of("No row has label " + labels(absent) + " (" + (absent.length == 1 ? "class " : "classes ")
                        + names(absent) + "); label " + labels(present) + " stands for " + names(present) + ".");
    }

    private String labels(int[] labels) {
        return joined(Arrays.stream(labels)
                .mapToObj(label -> Integer.toString(label + settings.firstLabel()))
                .toList());
    }

    private String names(int[] labels) {
        return joined(Arrays.stream(labels)
                .mapToObj(label -> beats.classes().get(label))
                .toList());
    }

    private static String joined(List<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}

package org.beatbench.plugins;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;

/** Looks at the beats that a data set gives, before anybody learns from them: one number that is none spoils every score. */
final class SoundBeats {

    private SoundBeats() {}

    /**
     * The same beats.
     *
     * @param who gave them
     * @throws UserError naming all that is wrong with them
     */
    static Beats require(Beats beats, String who) {
        List<String> problems = new ArrayList<>();
        if (beats.classes().size() != new HashSet<>(beats.classes()).size()
                || beats.classes().stream().anyMatch(String::isBlank)) {
            problems.add("class names must differ, and none be blank: " + String.join(", ", beats.classes()));
        }
        find(beats, "without a class", row -> beats.label(row) == Beat.UNLABELLED, problems);
        find(beats, "with a sample that is not a finite number", row -> !isFinite(beats, row), problems);
        find(
                beats,
                "with an interval that is negative or infinite (unknown is NaN)",
                row -> isWrong(beats.beat(row).rrBefore())
                        || isWrong(beats.beat(row).rrAfter()),
                problems);
        if (!problems.isEmpty()) {
            throw UserError.of(
                    who + " gives beats that cannot be used",
                    problems,
                    "mend the files, or the data set if it is yours; nothing was learned from them");
        }
        return beats;
    }

    private static void find(Beats beats, String what, IntPredicate isWrong, List<String> problems) {
        int[] rows = IntStream.range(0, beats.size()).filter(isWrong).toArray();
        if (rows.length > 0) {
            problems.add(rows.length + " of " + beats.size() + " beats " + what + ", first in row " + rows[0] + " ("
                    + beats.beat(rows[0]) + ")");
        }
    }

    private static boolean isFinite(Beats beats, int row) {
        FloatBuffer samples = beats.samples().buffer();
        for (int i = row * beats.length(); i < (row + 1) * beats.length(); i++) {
            if (!Float.isFinite(samples.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWrong(double interval) {
        return interval < 0 || Double.isInfinite(interval);
    }
}

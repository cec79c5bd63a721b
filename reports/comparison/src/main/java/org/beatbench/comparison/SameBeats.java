package org.beatbench.comparison;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.api.UserError;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/** Classifiers can be compared only if they were asked for the same beats, and these have one truth. */
final class SameBeats {

    private SameBeats() {}

    /** @throws UserError if two trials of the same split disagree on a beat or on what it is */
    static void require(Collection<RunRecord> runs) {
        Map<List<Object>, RunRecord> first = new HashMap<>();
        for (RunRecord run : runs) {
            if (run.outcome() instanceof Outcome.Completed completed) {
                RunRecord other = first.putIfAbsent(
                        List.of(
                                run.trial().protocol(),
                                run.trial().split(),
                                run.trial().seed()),
                        run);
                if (other != null && !same(((Outcome.Completed) other.outcome()).test(), completed.test())) {
                    throw new UserError(
                            "trials/" + other.trial().key() + "/test.csv.gz and trials/"
                                    + run.trial().key() + "/test.csv.gz are of one split and disagree on its beats",
                            "find the one that was changed with \"beatbench verify\", delete its folder and run it again");
                }
            }
        }
    }

    private static boolean same(Answers one, Answers other) {
        return one.classes().equals(other.classes())
                && one.size() == other.size()
                && IntStream.range(0, one.size())
                        .allMatch(answer ->
                                one.beat(answer).row() == other.beat(answer).row()
                                        && one.truth(answer) == other.truth(answer));
    }
}

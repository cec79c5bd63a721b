package org.beatbench.audit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/** Tells from stored runs how often test rows were looked at, and whether anything could be chosen by them. */
final class LooksAndChoices {

    static final String ID = "choices";

    private static final String TITLE = "Looks and choices";

    private LooksAndChoices() {}

    /**
     * Judges runs of one protocol.
     *
     * @param runs at least one
     */
    static Check check(List<RunRecord> runs) {
        int looks = runs.stream().mapToInt(RunRecord::looks).max().orElse(0);
        long again = runs.stream().filter(run -> run.looks() > 1).count();
        long blind = candidates(runs).stream().filter(LooksAndChoices::isBlind).count();
        long choosing = runs.stream().filter(run -> chosenBy(run) > 0).count();
        long peeping = runs.stream().filter(LooksAndChoices::choosesByTest).count();
        Map<String, Double> figures = new TreeMap<>();
        figures.put("trials", (double) runs.size());
        figures.put("most-looks", (double) looks);
        figures.put("trials-looked-again", (double) again);
        figures.put("choices", (double) candidates(runs).size());
        figures.put("choices-without-validation", (double) blind);
        figures.put("trials-with-validation", (double) choosing);
        figures.put("trials-with-test-rows-in-validation", (double) peeping);
        AuditVerdict verdict =
                blind + peeping > 0 ? AuditVerdict.FAIL : again > 0 ? AuditVerdict.WARN : AuditVerdict.PASS;
        String headline = peeping > 0
                ? "test rows in validation"
                : blind > 0 ? "chosen without validation" : again > 0 ? "up to " + looks + " looks" : "";
        return new Check(
                ID,
                TITLE,
                verdict,
                headline,
                looks(runs.size(), looks, again) + " "
                        + choices(candidates(runs).size(), blind, choosing, peeping),
                figures);
    }

    private static String looks(int trials, int most, long again) {
        return again == 0
                ? (most == 0
                                ? "No model has"
                                : "The model of each of " + AuditPhrases.counted(trials, "trial", "trials") + " has")
                        + " answered the test rows " + (most == 0 ? "yet." : "once at most, without labels.")
                : AuditPhrases.count(again) + " of " + AuditPhrases.counted(trials, "trial", "trials")
                        + " were run again, so that test rows were looked at up to " + AuditPhrases.count(most)
                        + " times; whoever changed something in between may have chosen by them.";
    }

    private static String choices(long choices, long blind, long choosing, long peeping) {
        if (blind > 0) {
            return AuditPhrases.counted(blind, "choice", "choices")
                    + " between settings had no validation rows to go by.";
        }
        if (peeping > 0) {
            return "Of " + AuditPhrases.counted(peeping, "trial", "trials")
                    + ", rows that choices were made by are among the test rows.";
        }
        if (choosing == 0) {
            return "Nothing was chosen between.";
        }
        return (choices == 0
                        ? "No settings were chosen between; what "
                        : AuditPhrases.counted(choices, "choice", "choices") + " between settings, and what ")
                + AuditPhrases.counted(choosing, "trial", "trials")
                + " chose while they learned, went by validation rows, none of which is a test row.";
    }

    /** The runs of each split for which settings compete. */
    private static Collection<List<RunRecord>> candidates(List<RunRecord> runs) {
        return runs.stream().collect(Collectors.groupingBy(LooksAndChoices::place)).values().stream()
                .filter(competing -> competing.size() > 1)
                .toList();
    }

    private static List<Object> place(RunRecord run) {
        Trial trial = run.trial();
        return List.of(trial.label(), trial.protocol(), trial.split(), trial.seed());
    }

    private static boolean isBlind(List<RunRecord> competing) {
        return competing.stream().anyMatch(run -> run.trial().validation() != ValidationUse.HELD_OUT);
    }

    private static int chosenBy(RunRecord run) {
        return run.outcome() instanceof Outcome.Completed completed
                ? completed.validation().size()
                : 0;
    }

    private static boolean choosesByTest(RunRecord run) {
        if (!(run.outcome() instanceof Outcome.Completed completed)) {
            return false;
        }
        Set<Integer> shared = rows(completed.validation());
        shared.retainAll(rows(completed.test()));
        return !shared.isEmpty();
    }

    private static Set<Integer> rows(Answers answers) {
        return IntStream.range(0, answers.size())
                .mapToObj(answer -> answers.beat(answer).row())
                .collect(Collectors.toCollection(HashSet::new));
    }
}

package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.ChosenRuns;

/** Made-up comparisons, and the published one, with the sentences that each must give. */
final class VerdictCases {

    private static final double[] BEST = {0.97, 0.8, 0.95, 0.8};
    private static final double[] GOOD = {0.95, 0.7, 0.9, 0.6};
    private static final double[] FAIR = {0.9, 0.5, 0.7, 0.4};
    private static final double[] POOR = {0.8, 0.2, 0.4, 0.1};
    private static final double[] LOUD = {0.85, 0.6, 0.7, 0.4};
    private static final double[] CAUTIOUS = {0.99, 0.6, 0.8, 0.5};

    private static final String PROTOCOL = "new patients (DS1 → DS2)";
    private static final String UNDER = "On " + PROTOCOL + ", ";

    private VerdictCases() {}

    /**
     * A comparison.
     *
     * @param name what is odd about it
     * @param headline what must be said of it
     */
    record Case(String name, ChosenRuns runs, String headline) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Sixteen people, each with beats of four classes, most of them normal. */
    private static ChosenRuns sixteen() {
        return ChosenRuns.aami().people(16, 200, 10, 20, 5).swinging(0.03);
    }

    /** The same, of whom one has all fusion beats. */
    private static ChosenRuns oneCarriesF() {
        return ChosenRuns.aami()
                .people(15, 200, 10, 20)
                .people(1, 200, 10, 20, 80)
                .swinging(0.03);
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                "published",
                ChosenRuns.published(),
                UNDER + "no classifier is as often right as always answering N (89.0 %): the nearest, CNN, is "
                        + "right on 87.0 %. By macro-F1, GRU leads (0.427 [0.355–0.484]), but 5 others are too "
                        + "close to call; Logistic regression is lower. Choose by purpose and cost. Without S and "
                        + "F, which rest on few people, CNN leads (0.794)."));
        cases.add(new Case(
                "nothing complete",
                sixteen().planned("CNN").failed("LSTM"),
                "Nothing can be said yet: no classifier has completed all trials of a protocol."));
        cases.add(new Case(
                "no beat that counts",
                ChosenRuns.aami().people(8, 0, 0, 0, 0, 9).competitor("CNN", 0, 0, 0, 0, 1),
                UNDER + "no test beat is of a class that counts, so nothing can be said."));
        cases.add(new Case(
                "one class",
                ChosenRuns.aami().people(8, 100).competitor("CNN", 0.9).competitor("LSTM", 0.8),
                UNDER + "all beats that count are of one class, so nothing can be told apart."));
        cases.add(new Case(
                "one classifier",
                sixteen().competitor("CNN", CAUTIOUS).majority(),
                UNDER + "CNN, the only classifier measured, reaches a macro-F1 of 0.795 [0.769–0.822]."));
        cases.add(new Case(
                "one classifier below the majority",
                sixteen().competitor("CNN", POOR).majority(),
                UNDER + "CNN (72.6 %) is not as often right as always answering N (85.1 %). By macro-F1, CNN, the "
                        + "only classifier measured, reaches 0.396 [0.366–0.424]."));
        cases.add(new Case(
                "one is best",
                sixteen().competitor("CNN", CAUTIOUS).competitor("KNN", FAIR).competitor("Tree", POOR),
                UNDER + "CNN is best (macro-F1 0.795 [0.769–0.822]); next is KNN (0.668)."));
        cases.add(new Case(
                "the better of two",
                sixteen().competitor("CNN", CAUTIOUS).competitor("KNN", POOR),
                UNDER + "CNN is best (macro-F1 0.795 [0.769–0.822]), above KNN (0.396)."));
        cases.add(new Case(
                "two alike",
                sixteen().competitor("CNN", GOOD).competitor("LSTM", GOOD),
                UNDER + "CNN leads (macro-F1 0.820 [0.804–0.838]), but LSTM is too close to call. Choose by "
                        + "purpose and cost."));
        cases.add(new Case(
                "two lead",
                sixteen()
                        .competitor("CNN", CAUTIOUS)
                        .competitor("LSTM", CAUTIOUS)
                        .competitor("KNN", FAIR)
                        .competitor("Tree", POOR)
                        .competitor("Line", POOR),
                UNDER + "CNN leads (macro-F1 0.795 [0.769–0.822]), but LSTM is too close to call; the other 3 are "
                        + "lower. Choose by purpose and cost."));
        cases.add(new Case(
                "all alike",
                sixteen()
                        .competitor("CNN", GOOD)
                        .competitor("LSTM", GOOD)
                        .competitor("GRU", GOOD)
                        .competitor("KNN", GOOD)
                        .majority(),
                UNDER + "CNN leads (macro-F1 0.820 [0.804–0.838]), but all others are too close to call. Choose "
                        + "by purpose and cost."));
        cases.add(new Case(
                "nobody above the majority",
                sixteen()
                        .competitor("CNN", LOUD)
                        .competitor("LSTM", LOUD)
                        .competitor("Tree", POOR)
                        .majority(),
                UNDER + "no classifier is as often right as always answering N (85.1 %): the nearest, CNN, is "
                        + "right on 81.7 %. By macro-F1, CNN leads (0.662 [0.651–0.673]), but LSTM is too close to "
                        + "call; Tree is lower. Choose by purpose and cost."));
        cases.add(new Case(
                "nobody above the nearest beat",
                sixteen()
                        .competitor("CNN", CAUTIOUS)
                        .competitor("KNN", BEST)
                        .majority()
                        .twin(BEST),
                UNDER + "KNN is best (macro-F1 0.899 [0.881–0.920]), above CNN (0.795). None is above the answer "
                        + "of the nearest training beat (0.899)."));
        cases.add(new Case(
                "nobody above either",
                sixteen()
                        .competitor("CNN", POOR)
                        .competitor("KNN", LOUD)
                        .majority()
                        .twin(LOUD),
                UNDER + "no classifier is as often right as always answering N (85.1 %): the nearest, KNN, is "
                        + "right on 81.7 %. By macro-F1, KNN is best (0.662 [0.651–0.673]), above CNN (0.396). None "
                        + "is above the answer of the nearest training beat (0.662)."));
        cases.add(new Case(
                "the lead rests on one person",
                oneCarriesF().competitor("CNN", 0.97, 0.6, 0.8, 0.05).competitor("GRU", 0.96, 0.5, 0.75, 0.9),
                UNDER + "GRU leads (macro-F1 0.813 [0.756–0.827]), but CNN is too close to call. Choose by "
                        + "purpose and cost. Without F, which rests on few people, CNN leads (0.822)."));
        cases.add(new Case(
                "the lead survives",
                oneCarriesF().competitor("CNN", 0.99, 0.6, 0.8, 0.5).competitor("GRU", 0.95, 0.5, 0.75, 0.3),
                UNDER + "CNN is best (macro-F1 0.790 [0.775–0.856]), above GRU (0.677)."));
        cases.add(new Case(
                "every class rests on few",
                ChosenRuns.aami()
                        .people(6, 0)
                        .people(2, 200, 20, 40, 20)
                        .competitor("CNN", CAUTIOUS)
                        .competitor("KNN", FAIR),
                UNDER + "CNN is highest (macro-F1 0.804), but 2 people are too few to rank anybody. Every class "
                        + "rests on too few people to hold for others."));
        cases.add(new Case(
                "too few people",
                ChosenRuns.aami()
                        .people(4, 200, 20, 40, 20)
                        .competitor("CNN", CAUTIOUS)
                        .competitor("KNN", POOR),
                UNDER + "CNN is highest (macro-F1 0.804), but 4 people are too few to rank anybody."));
        cases.add(new Case(
                "people unknown",
                ChosenRuns.aami()
                        .people(1, 900, 100, 200, 50, 100)
                        .ofUnknownPeople()
                        .under("beats")
                        .competitor("CNN", 0.99, 0.9, 0.95, 0.8, 0.9)
                        .competitor("KNN", 0.9, 0.5, 0.7, 0.4, 0.9),
                "On the same patients, CNN is best (macro-F1 0.942 [0.922–0.960]), above KNN (0.742). "
                        + "None of this holds for new people."));
        cases.add(new Case(
                "memory only",
                ChosenRuns.aami()
                        .people(8, 50, 50, 50, 50, 50)
                        .under("copies")
                        .competitor("CNN", 1, 1, 1, 1, 1)
                        .competitor("KNN", 0.99, 0.99, 0.99, 0.99, 0.99),
                "This is memory: test beats have copies among the training beats. With copies of the "
                        + "test beats, CNN leads (macro-F1 1.000), but KNN is too close to call."));
        cases.add(new Case(
                "synthetic",
                sixteen().synthetic().competitor("CNN", CAUTIOUS).competitor("KNN", FAIR),
                "On synthetic beats, " + PROTOCOL
                        + ": CNN is best (macro-F1 0.795 [0.769–0.822]), above KNN (0.668)."));
        cases.add(new Case(
                "failed audit",
                sixteen().withFailedAudit().competitor("CNN", CAUTIOUS).competitor("KNN", FAIR),
                "Do not act on this: the audit of the splits failed. " + UNDER
                        + "CNN is best (macro-F1 0.795 [0.769–0.822]), above KNN (0.668)."));
        cases.add(new Case(
                "some missing",
                sixteen()
                        .competitor("CNN", CAUTIOUS)
                        .competitor("KNN", FAIR)
                        .failed("LSTM")
                        .planned("GRU"),
                UNDER + "CNN is best (macro-F1 0.795 [0.769–0.822]), above KNN (0.668). LSTM and GRU are missing."));
        cases.add(new Case(
                "many missing",
                sixteen()
                        .competitor("CNN", CAUTIOUS)
                        .failed("LSTM")
                        .failed("Tree")
                        .planned("GRU"),
                UNDER + "CNN, the only classifier measured, reaches a macro-F1 of 0.795 [0.769–0.822]. 3 of 4 "
                        + "classifiers are missing."));
        cases.add(new Case(
                "everything wrong at once",
                ChosenRuns.aami()
                        .people(15, 200, 10, 20)
                        .people(1, 200, 10, 20, 80)
                        .swinging(0.03)
                        .under("beats")
                        .synthetic()
                        .withFailedAudit()
                        .competitor("CNN", 0.87, 0.6, 0.8, 0.05)
                        .competitor("GRU", 0.86, 0.5, 0.75, 0.9)
                        .competitor("KNN", 0.86, 0.5, 0.75, 0.91)
                        .majority()
                        .twin(0.86, 0.5, 0.75, 0.95)
                        .failed("LSTM")
                        .failed("Tree")
                        .planned("Line"),
                "Do not act on this: the audit of the splits failed. On synthetic beats, same "
                        + "patients: no classifier is as often right as always answering N (85.1 %). By macro-F1, GRU "
                        + "leads (0.744 [0.719–0.767]), but KNN is too close to call; CNN is lower. None of this "
                        + "holds for new people. 3 of 6 classifiers are missing."));
        cases.add(new Case(
                "other classes",
                ChosenRuns.of("sinus", "atrial", "noise")
                        .people(9, 60, 50, 20)
                        .competitor("CNN", 0.9, 0.9, 0.8)
                        .competitor("KNN", 0.7, 0.6, 0.4)
                        .majority(),
                UNDER + "CNN is best (macro-F1 0.862), above KNN (0.575)."));
        cases.add(new Case(
                "two seeds",
                sixteen()
                        .competitor("CNN", CAUTIOUS)
                        .competitor("LSTM", 0.98, 0.6, 0.8, 0.5)
                        .competitor("KNN", POOR)
                        .seed(2)
                        .competitor("CNN", 0.97, 0.5, 0.75, 0.5)
                        .competitor("LSTM", 0.99, 0.6, 0.8, 0.5),
                UNDER + "LSTM leads (macro-F1 0.792 [0.765–0.820]), but CNN is too close to call; KNN is lower. "
                        + "Choose by purpose and cost."));
        cases.add(new Case(
                "three exposures",
                ChosenRuns.aami()
                        .people(16, 200, 10, 20, 5)
                        .swinging(0.03)
                        .under("copies")
                        .competitor("CNN", 1, 0.99, 0.99, 0.99)
                        .under("beats")
                        .competitor("CNN", BEST)
                        .competitor("KNN", GOOD)
                        .under("ds1-ds2")
                        .competitor("CNN", CAUTIOUS)
                        .competitor("KNN", FAIR),
                UNDER + "CNN is best (macro-F1 0.795 [0.769–0.822]), above KNN (0.668)."));
        return cases;
    }
}

package org.beatbench.contract.check;

import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;

/** What a classifier makes of beats of many kinds. */
final class LearningChecks {

    static final List<Check<ClassifierSubject>> ALL = List.of(
            Check.error(
                    "learns-what-is-easy",
                    "tells classes apart that differ plainly, in more than 80 % of new beats",
                    "look whether labels and rows belong together, and whether the fit is long enough",
                    subject -> requireAccuracy(subject, ToyBeats.separable(), 0.8)),
            Check.error(
                    "learns-more-than-the-majority",
                    "is right in more than 45 % of new beats of three equally frequent classes that overlap",
                    "look whether the fit uses all training beats",
                    subject -> requireAccuracy(subject, ToyBeats.noisy(), 0.45)),
            Check.error(
                    "learns-nothing-from-chance",
                    "is no better than chance where labels were dealt out by chance",
                    "something tells it the labels it is to guess: find out what",
                    LearningChecks::learnsNothingFromChance),
            Check.error(
                    "copes-with-a-missing-class",
                    "gives a probability to every class, also to one that has no training beat",
                    "make arrays as long as Beats.classes(), and mind means of nothing",
                    subject -> {
                        subject.model();
                        Beats test = ToyBeats.separable().draw(ClassifierSubject.OTHER_SEED);
                        Predictions answers =
                                subject.answers(ToyBeats.lackingAClass().draw(ClassifierSubject.SEED), test);
                        Expect.equal(answers.classes(), 3, "columns, also for the class without a beat");
                        requireAccuracy(subject, answers, test, 0.5);
                    }),
            Check.error(
                    "copes-with-a-single-beat",
                    "learns where a class has one training beat",
                    "mind variances of one, and folds without the class",
                    subject -> {
                        subject.model();
                        Beats test = ToyBeats.separable().draw(ClassifierSubject.OTHER_SEED);
                        requireAccuracy(
                                subject,
                                subject.answers(ToyBeats.withASingleBeat().draw(ClassifierSubject.SEED), test),
                                test,
                                0.5);
                    }),
            Check.error(
                    "copes-with-copies",
                    "answers in probabilities where rows stand in the training beats several times, also with other labels",
                    "mind distances of zero, and splits that divide nothing",
                    LearningChecks::copesWithCopies),
            Check.error(
                    "copes-with-constant-features",
                    "answers in probabilities where columns have one value in all training beats",
                    "mind divisions by a standard deviation of zero",
                    LearningChecks::copesWithConstantFeatures),
            Check.error(
                    "takes-short-beats",
                    "learns from beats of 33 samples",
                    "take the length from Beats.length()",
                    subject -> requireAccuracy(subject, ToyBeats.separable().ofLength(33), 0.5)),
            Check.error(
                    "takes-long-beats",
                    "learns from beats of 187 samples",
                    "take the length from Beats.length()",
                    subject -> requireAccuracy(subject, ToyBeats.separable().ofLength(187), 0.5)),
            Check.error(
                    "takes-two-classes",
                    "learns two classes",
                    "take the number of classes from Beats.classes()",
                    subject -> {
                        Predictions answers = requireAccuracy(subject, ToyBeats.twoClasses(), 0.7);
                        Expect.equal(answers.classes(), 2, "columns for two classes");
                    }),
            Check.error(
                    "takes-twenty-classes",
                    "answers in probabilities of twenty classes",
                    "take the number of classes from Beats.classes()",
                    subject -> {
                        subject.model();
                        Expect.equal(
                                subject.answers(ToyBeats.twentyClasses()).classes(), 20, "columns for twenty classes");
                    }));

    private LearningChecks() {}

    private static Predictions requireAccuracy(ClassifierSubject subject, ToyBeats kind, double least) {
        subject.model();
        Predictions answers = subject.answers(kind);
        requireAccuracy(subject, answers, kind.draw(ClassifierSubject.OTHER_SEED), least);
        return answers;
    }

    private static void requireAccuracy(ClassifierSubject subject, Predictions answers, Beats test, double least) {
        Expect.equal(answers.size(), test.size(), "answers, one for each beat");
        if (subject.looksAtSamples()) {
            double accuracy = ClassifierSubject.accuracy(answers, test);
            Expect.that(accuracy > least, "it is right in %.3f of new beats, and not in %s", accuracy, least);
        }
    }

    /**
     * The labels to guess are a permutation of their own, so whatever is answered, a third is right; with 600 beats and five
     * standard deviations at most 43 %.
     */
    private static void learnsNothingFromChance(ClassifierSubject subject) {
        subject.model();
        ToyBeats kind = ToyBeats.plenty();
        Beats training = ToyBeats.permuted(kind.draw(ClassifierSubject.SEED), new SplittableRandom(7));
        Beats test = ToyBeats.permuted(kind.draw(ClassifierSubject.OTHER_SEED), new SplittableRandom(8));
        double accuracy = ClassifierSubject.accuracy(subject.answers(training, test), test);
        Expect.that(accuracy < 0.43, "it is right in %.3f of beats whose labels nobody can know", accuracy);
    }

    private static void copesWithCopies(ClassifierSubject subject) {
        subject.model();
        Beats once = ToyBeats.noisy().draw(ClassifierSubject.SEED);
        Beats copies = ToyBeats.copied(once);
        Expect.equal(subject.answers(copies, once).size(), once.size(), "answers for rows that were learned from");
    }

    private static void copesWithConstantFeatures(ClassifierSubject subject) {
        subject.model();
        Beats training = ToyBeats.withConstants(ToyBeats.separable().draw(ClassifierSubject.SEED));
        Beats test = ToyBeats.withConstants(ToyBeats.separable().draw(ClassifierSubject.OTHER_SEED));
        requireAccuracy(subject, subject.answers(training, test), test, 0.5);
    }
}

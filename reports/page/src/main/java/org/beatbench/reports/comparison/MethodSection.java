package org.beatbench.reports.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.beatbench.metrics.Quality;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.sections.differences.DifferenceTerms;

/** How the numbers came about, and what they are called. */
final class MethodSection {

    private MethodSection() {}

    static Section section() {
        List<Fact> glossary = Stream.of(Quality.values())
                .map(quality -> new Fact(quality.title(), quality.explanation()))
                .toList();
        return new Section(
                "method",
                "Method and terms",
                List.of(
                        Prose.normal(
                                "Every classifier learns from the training beats of a split and answers each test beat once; then some"
                                        + " are answered again, one by one to be timed and, where an experiment asks for it, as"
                                        + " disturbed copies and with stretches hidden, and no score of the ranking knows of that."
                                        + " The validation beats are joined to the training beats where nothing is chosen or"
                                        + " calibrated by them, and held out where something is; Classifiers and settings says which."
                                        + " Where a"
                                        + " classifier has several candidates for its settings, the one with the best macro-F1 on"
                                        + " the validation beats is taken, over the classes that the protocol scores; nothing is"
                                        + " ever chosen by the test beats. The answers are stored, and every number here is"
                                        + " computed from them."),
                        Prose.normal(
                                "Macro-F1 and accuracy have intervals, and so have their differences, sensitivity, +P and F1 in the"
                                        + " table class by class, the gross figures of the AAMI view, and the calibration error"
                                        + " and the points of the reliability curves. All other figures have none: the optimism,"
                                        + " the other qualities, the shares of the ranking and of the confusion matrices, the"
                                        + " averages over records, the scores of subjects, and the costs."),
                        Prose.normal(
                                "Intervals hold 95 % of 2 000 bootstrap resamples, and are widened to hold the figure itself"
                                        + " where they would not. Under protocols that keep patients apart, whole subjects are"
                                        + " drawn; otherwise single beats, and then the interval says nothing of other patients."
                                        + " Where a resample has no beat of a class, its average over classes is over the classes"
                                        + " present. Under a protocol that leaks, repeated rows are drawn as if they were"
                                        + " independent, so the interval is far too narrow."),
                        Prose.normal(
                                "Several seeds are pooled: every quality is computed once, from the answers of all of them"
                                        + " together, as the answers of several folds are. They do not narrow an interval, since a"
                                        + " resample of single beats is as large as one seed's test part, and a subject is drawn"
                                        + " with its answers of all seeds."),
                        Prose.normal(
                                "Canaries are yardsticks: the most frequent class; a class by chance, as often as it occurs; the"
                                        + " length before the padding alone; and the class of the nearest training beat, which is what a"
                                        + " nearest-neighbour classifier with one neighbour does, too."
                                        + " They are measured like all others, but inside the program, and are not ranked. A"
                                        + " classifier beats them if its macro-F1 is above that of the best of them under the same"
                                        + " protocol."),
                        new Facts(glossary),
                        DifferenceTerms.facts()));
    }
}

package org.beatbench.reports.sections.differences;

import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.stats.Equivalence;

/** What the statistics of differences are called, how they are computed, and where they are from. */
public final class DifferenceTerms {

    private DifferenceTerms() {}

    public static Facts facts() {
        return Facts.of(
                new Fact(
                        "Difference",
                        "The score of one classifier less that of another on the same beats. Its interval is a paired bootstrap: in"
                                + " each of 2 000 resamples the same subjects, or the same beats, are drawn for both. Percentiles,"
                                + " widened where they would not hold the difference; not adjusted for the number of pairs."),
                new Fact(
                        "Detectable",
                        "The smallest true difference that would have been found in four of five repetitions, by one two-sided test"
                                + " at 5 %: 2.80 bootstrap standard errors of the difference (Bloom 1995). Not adjusted for the"
                                + " number of pairs, for which it would be larger."),
                new Fact(
                        "Signed-rank test",
                        "Over subjects: whether the scores of two classifiers on one subject differ as often and as far in one"
                                + " direction as in the other (Wilcoxon 1945). Differences of 0 are ranked with the others and then"
                                + " left out (Pratt 1959), equal ones share their ranks, and p is exact up to 100 differences other"
                                + " than 0, normal beyond. Subjects weigh the same, however many beats they have. Models are those"
                                + " that were trained here: that other training subjects give other models is not in p."),
                new Fact(
                        "McNemar's test",
                        "Over beats: of the beats that only one of two classifiers got right, either should have half. Mid-p"
                                + " (Fagerland et al. 2013). Beats of one person are alike, so it speaks of the people tested only."),
                new Fact(
                        "Delta method",
                        "Over beats, for the macro-F1: the difference by its standard error, as normal. The error follows from the"
                                + " multinomial counts of class and both answers (Takahashi et al. 2023). Like McNemar's test it"
                                + " speaks of the people tested only. Of several seeds, p is as if there had been one."),
                new Fact(
                        "Effect",
                        "Matched-pairs rank-biserial correlation (King, Rosopa and Minium 2011; Kerby 2014): the share of the ranks"
                                + " of the signed-rank test that speak for the first classifier, less the share that speak for the"
                                + " second, -1..1. Over beats, the same of beats that only one got right."),
                new Fact(
                        "Adjusted p",
                        "By Holm (1979), over all pairs of a protocol and a score: among those below 0.05 the chance of even one"
                                + " false alarm is at most 5 %."),
                new Fact(
                        "First better, equal, second better",
                        "Bayesian signed-rank test (Benavoli et al. 2017) of the differences by subject, with half an observation at"
                                + " 0 as prior, and a region of practical equivalence from -"
                                + Numbers.score(Equivalence.REGION)
                                + " to +" + Numbers.score(Equivalence.REGION)
                                + ": how probable it is that the mean of two further differences mostly falls"
                                + " above, into or below it. From 20 000 draws; the error is at most 0.4 points."),
                new Fact(
                        "p, divisions",
                        "Corrected resampled t-test (Nadeau and Bengio 2003) of the differences by fold and seed, whose variance is"
                                + " enlarged by the ratio of test to training beats, since training parts overlap. Only where every"
                                + " division has a test part of its own."),
                new Fact(
                        "Mean ranks",
                        "Friedman's test with correction for ties, and Nemenyi's critical difference (Demšar 2006), with subjects as"
                                + " blocks, never beats or folds: the question is whether classifiers rank alike on most people."),
                new Fact(
                        "Due to the seed",
                        "One-way random-effects model of the scores by subject: the variance between the seeds of a subject, by its"
                                + " sum with the variance between subjects, both from the analysis of variance (Searle et al."
                                + " 1992). Under protocols where the seed also divides the beats, that is part of it."),
                new Fact(
                        "Score of a subject",
                        "Accuracy, and macro-F1 over the classes that the subject has beats of: a class that is given but not there"
                                + " counts against the class that was missed only. The worst tenth is the tenth of the subjects,"
                                + " rounded up, with the lowest scores; its score is their mean."));
    }
}

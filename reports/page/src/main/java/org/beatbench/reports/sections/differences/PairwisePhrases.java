package org.beatbench.reports.sections.differences;

import org.beatbench.comparison.PairwiseComparison;
import org.beatbench.stats.PairedDecision;

/** What a comparison of two competitors came to, in words. */
final class PairwisePhrases {

    private PairwisePhrases() {}

    /** Who is better, in a sentence. */
    static String sentence(PairwiseComparison contrast) {
        return switch (contrast.decision()) {
            case FIRST_HIGHER -> contrast.first() + " is better.";
            case SECOND_HIGHER -> contrast.second() + " is better.";
            case NOT_TOLD_APART ->
                contrast.isSame()
                        ? "No difference at all."
                        : contrast.isPracticallyEqual() ? "Practically equal." : "Cannot be told apart.";
        };
    }

    /** What the sentence rests on where interval and test do not agree; empty where they do. */
    static String reservation(PairwiseComparison contrast) {
        if (contrast.decision() != PairedDecision.NOT_TOLD_APART) {
            return contrast.isPracticallyEqual() ? "but practically equal on most subjects" : "";
        }
        if (!contrast.difference().isOverSubjects() || contrast.isSame()) {
            return "";
        }
        if (contrast.intervalSpeaks() && contrast.testSpeaks()) {
            return "subjects contradict all beats together";
        }
        return contrast.intervalSpeaks()
                ? "by all beats together, but not by subject"
                : contrast.testSpeaks() ? "by subject, but not by all beats together" : "";
    }
}

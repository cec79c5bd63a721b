package org.beatbench.reports.sections.differences;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Differences;
import org.beatbench.comparison.PairwiseComparison;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.stats.ComparisonMetric;

/** Which differences between competitors are more than chance, protocol by protocol, the strictest first. */
public final class DifferenceSection {

    private final Comparison comparison;

    public DifferenceSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Protocol> protocols = comparison.protocols();
        for (int i = protocols.size() - 1; i >= 0; i--) {
            blocks.addAll(blocks(comparison.differences(protocols.get(i))));
        }
        if (blocks.isEmpty()) {
            blocks.add(Prose.normal(
                    "Nothing to compare: no protocol was completed by two classifiers, or with two seeds."));
        } else {
            blocks.add(0, introduction());
        }
        return new Section("differences", "Differences", blocks);
    }

    private List<Block> blocks(Differences differences) {
        List<Block> blocks = new ArrayList<>();
        List<PairwiseComparison> contrasts = differences.contrasts(ComparisonMetric.MACRO_F1);
        int ranked = differences.ranking().size();
        if (!contrasts.isEmpty()) {
            DifferenceFigures figures = new DifferenceFigures(comparison, differences);
            blocks.add(new DifferenceTable(differences).table());
            if (ranked > 2) {
                blocks.add(figures.matrix());
            }
            differences.ranks(ComparisonMetric.MACRO_F1).map(figures::ranks).ifPresent(blocks::add);
        }
        int missing = ranked * (ranked - 1) / 2 - contrasts.size();
        if (missing > 0) {
            blocks.add(Prose.normal(Phrases.counted(missing, "pair", "pairs") + " "
                    + differences.protocol().phrase()
                    + " cannot be compared: the two classifiers completed no seed in common."));
        }
        SeedTable.of(differences.protocol(), differences.ranking()).ifPresent(blocks::add);
        return blocks;
    }

    private static Prose introduction() {
        return Prose.normal(
                "Two classifiers are compared on the same beats. A difference is the score of the first less that of the"
                        + " second, the first being the one that ranks higher; a difference in accuracy of 0.010 is one beat in a hundred."
                        + " Over subjects, one is called better where the interval of the difference leaves out 0 and the adjusted p of the"
                        + " test over subjects is below 0.05, both pointing the same way; two are called practically equal where they are"
                        + " not told apart and that is at least 95 % probable. Over beats, one is called better where the adjusted p is"
                        + " below 0.05. All others cannot be "
                        + "told apart, which does not mean that they are equal: smaller differences than the detectable one may have"
                        + " been missed.");
    }
}

package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.Comparison;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Section;
import org.beatbench.reports.sections.ComparisonPhrases;

/** What the words of a page mean, each in a sentence. */
final class Glossary {

    private static final List<Fact> WORDS = List.of(
            new Fact(
                    "Accuracy",
                    "Share of beats answered right; where one class dominates, always giving it scores high, too."),
            new Fact("F1", "Of one class: the harmonic mean of sensitivity and positive predictive value."),
            new Fact("Macro-F1", "Mean of F1 over the classes that count, each weighing the same, however rare."),
            new Fact("Se", "Sensitivity: of the beats of a class, the share that is found."),
            new Fact("+P", "Positive predictive value: of the beats called a class, the share that are of it."),
            new Fact("VEB", "Ventricular ectopic beats, as the standard EC57 counts them: class V."),
            new Fact("SVEB", "Supraventricular ectopic beats, as the standard EC57 counts them: class S."),
            new Fact("jκ", "How well S and V are found: κ / 2 + j / 8, after Mar et al. 2011."),
            new Fact(
                    "[a–b]",
                    "95 % of resamples of the people tested lie in it; over beats it is too narrow for new people."),
            new Fact(
                    "†",
                    "Rests on fewer than three people in effect, and says little about anybody else; see Support."),
            new Fact("▾", "Less often right than always giving the most frequent class."),
            new Fact("Tier", "Classifiers of which none is shown to be lower than the first of them."),
            new Fact("Canary", "A yardstick that knows next to nothing; who is not above it has shown nothing."),
            new Fact("Twin finder", "The canary that gives the class of the nearest training beat."),
            new Fact(
                    "Protocol",
                    "The rule by which beats are divided into those to learn from and those to be tested on."),
            new Fact(
                    "Audit",
                    "The search for leaks, by which test beats would be known before the test: PASS, WARN or FAIL."),
            new Fact("Seed", "The number that random draws begin with; another one changes what is chance."),
            new Fact("Fit", "Wall time to train."));

    private Glossary() {}

    static Section section(Comparison comparison) {
        List<Fact> all = new ArrayList<>(WORDS);
        for (Protocol protocol : comparison.planned()) {
            all.add(new Fact(ComparisonPhrases.of(protocol), "Protocol " + protocol.id() + " of commands and files."));
        }
        return new Section("glossary", "Words", Section.Storey.GLOSSARY, List.of(new Facts(all)));
    }
}

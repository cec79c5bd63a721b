package org.beatbench.reports.sections.basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.reports.Block;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.explore.Excerpt;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.reports.sections.scores.Figures;
import org.beatbench.results.Plan;

/** What beats were used. */
public final class DataSection {

    private final Comparison comparison;
    private final Optional<DisclosedBeats> shown;

    public DataSection(Comparison comparison, Optional<DisclosedBeats> shown) {
        this.comparison = comparison;
        this.shown = shown;
    }

    public Section section() {
        Plan plan = comparison.plan();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Name", plan.dataset().name()),
                new Fact("What it is", plan.dataset().summary()),
                new Fact("Measured or computed", plan.dataset().synthetic() ? "computed: synthetic" : "measured"),
                new Fact("Subjects", plan.subjects() == 0 ? "unknown" : Numbers.count(plan.subjects()))));
        plan.trials().stream().findFirst().ifPresent(trial -> {
            facts.add(new Fact("Version", trial.dataset().version()));
            facts.add(new Fact("Settings", Phrases.settings(trial.dataset().settings())));
        });
        if (!plan.dataset().licence().isEmpty()) {
            facts.add(new Fact("Licence", plan.dataset().licence()));
        }
        if (!plan.dataset().citation().isEmpty()) {
            facts.add(new Fact("Citation", plan.dataset().citation()));
        }
        List<Block> blocks = new ArrayList<>(List.of(new Facts(facts)));
        if (!plan.assumptions().isEmpty()) {
            blocks.add(Prose.normal("How the beats were made. " + String.join(" ", plan.assumptions())));
        }
        blocks.add(new Figures(comparison).classes());
        blocks.addAll(shown.map(data -> Excerpt.of(plan.dataset(), plan.rate(), data.beats(), data.disclosure()))
                .orElseGet(() ->
                        List.of(Prose.normal("This report was made without the data set, so its beats are not described"
                                + " any further; beatbench explore "
                                + plan.dataset().id() + " does."))));
        return new Section("data", "Data", blocks);
    }
}

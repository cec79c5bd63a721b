package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.reports.Block;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Numbers;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.results.Plan;

/** What beats were used. */
final class DataSection {

    private final Comparison comparison;

    DataSection(Comparison comparison) {
        this.comparison = comparison;
    }

    Section section() {
        Plan plan = comparison.plan();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Name", plan.dataset().name()),
                new Fact("What it is", plan.dataset().summary()),
                new Fact("Measured or computed", plan.dataset().synthetic() ? "computed: synthetic" : "measured"),
                new Fact("Subjects", plan.subjects() == 0 ? "unknown" : Numbers.count(plan.subjects()))));
        plan.trials().stream().findFirst().ifPresent(trial -> {
            facts.add(new Fact("Version", trial.dataset().version()));
            facts.add(new Fact("Settings", Words.settings(trial.dataset().settings())));
        });
        if (!plan.dataset().licence().isEmpty()) {
            facts.add(new Fact("Licence", plan.dataset().licence()));
        }
        if (!plan.dataset().citation().isEmpty()) {
            facts.add(new Fact("Citation", plan.dataset().citation()));
        }
        List<Block> blocks = new ArrayList<>(List.of(new Figures(comparison).classes(), new Facts(facts)));
        if (!plan.assumptions().isEmpty()) {
            blocks.add(Prose.normal("How the beats were made. " + String.join(" ", plan.assumptions())));
        }
        return new Section("data", "Data", blocks);
    }
}

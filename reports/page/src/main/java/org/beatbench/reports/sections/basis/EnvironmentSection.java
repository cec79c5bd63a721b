package org.beatbench.reports.sections.basis;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Block;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.results.Environment;
import org.beatbench.results.RunRecord;

/** What the trials ran on, and how to repeat them. */
public final class EnvironmentSection {

    private final Comparison comparison;

    public EnvironmentSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        comparison.measured().stream()
                .map(RunRecord::environment)
                .distinct()
                .forEach(machine -> blocks.add(facts(machine)));
        blocks.add(Prose.normal("Made again by:"));
        blocks.add(Prose.command(comparison.plan().command()));
        blocks.add(Prose.normal(
                "Beatbench is free software under the Apache License 2.0; the licence of the data is named under"
                        + " Data."));
        blocks.add(Prose.warning(
                "Beatbench is not a medical device. Its numbers compare algorithms and must not be used to judge"
                        + " a patient."));
        return new Section("environment", "Environment, licences and how to repeat this", blocks);
    }

    private Facts facts(Environment machine) {
        return Facts.of(
                new Fact("Beatbench", machine.beatbench()),
                new Fact("Commit", machine.commit().isEmpty() ? "unknown" : machine.commit()),
                new Fact("Java", machine.java()),
                new Fact("System", machine.system()),
                new Fact(
                        "Processor",
                        machine.processor() + ", " + Phrases.counted(machine.processors(), "core", "cores")),
                new Fact("Memory", Numbers.bytes((double) machine.memoryBytes())),
                new Fact("Trials ran", machine.isolation()),
                new Fact(
                        "Threads",
                        String.join(
                                ", ",
                                comparison.plan().trials().stream()
                                        .filter(trial -> !trial.classifier().wasImported())
                                        .map(Trial::threads)
                                        .distinct()
                                        .map(String::valueOf)
                                        .toList())));
    }
}

package org.beatbench.reports.sections.basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Comparison;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/** Which trials gave no answers, and what is left out for that. */
public final class FailureSection {

    private final Comparison comparison;

    public FailureSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Section section() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Trial trial : comparison.plan().trials()) {
            Optional<RunRecord> run = comparison.run(trial);
            String ending =
                    run.map(RunRecord::outcome).map(FailureSection::ending).orElse("not run yet");
            if (!ending.isEmpty()) {
                rows.add(List.of(
                        Cell.text(trial.label()),
                        Cell.text(trial.protocolId()),
                        Cell.text(trial.split()),
                        Cell.text(Long.toString(trial.seed())),
                        run.filter(one -> !one.log().isEmpty())
                                .map(one -> Cell.text(ending).withFile("log", FolderStore.logFromReport(trial)))
                                .orElse(Cell.text(ending))));
            }
        }
        if (rows.isEmpty()) {
            return new Section(
                    "failures", "Failures", List.of(Prose.normal("None: every trial of the plan completed.")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(
                "Trials without answers",
                "",
                List.of(
                        Column.text("Classifier"),
                        Column.text("Protocol"),
                        Column.text("Split"),
                        Column.text("Seed"),
                        Column.text("What happened")),
                rows));
        if (!comparison.incomplete().isEmpty()) {
            blocks.add(incomplete());
        }
        return new Section("failures", "Failures", blocks);
    }

    private Table incomplete() {
        return new Table(
                "Sets left out",
                "A set of folds is used whole or not at all: the mean of those that happened to finish would mean nothing.",
                List.of(
                        Column.text("Classifier"),
                        Column.text("Protocol"),
                        Column.text("Seed"),
                        Column.text("Splits with an answer")),
                comparison.incomplete().stream()
                        .map(set -> List.of(
                                Cell.text(set.competitor()),
                                Cell.text(set.protocol()),
                                Cell.text(Long.toString(set.seed())),
                                Cell.text(set.done() + " of " + set.size())))
                        .toList());
    }

    private static String ending(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return "failed in " + failed.stage() + ": " + failed.message();
        }
        return outcome instanceof Outcome.Stopped stopped ? "stopped: " + stopped.reason() : "";
    }
}

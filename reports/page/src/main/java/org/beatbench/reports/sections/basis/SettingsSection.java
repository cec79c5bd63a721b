package org.beatbench.reports.sections.basis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.calibration.Calibration;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;

/** What was set in each classifier. */
public final class SettingsSection {

    private final Comparison comparison;

    public SettingsSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Section section() {
        Map<List<String>, List<Cell>> rows = new LinkedHashMap<>();
        for (Trial trial : comparison.plan().trials()) {
            List<String> row = List.of(
                    trial.label(),
                    trial.classifier().id() + " " + trial.classifier().version(),
                    Phrases.settings(trial.classifier().settings()),
                    trial.classifier().wasImported() ? "unknown" : trial.resampling(),
                    validation(trial),
                    trial.classifier().wasImported() ? "unknown" : trial.calibration(),
                    Phrases.settings(trial.classifier().libraries()),
                    trial.classifier().origin());
            rows.put(row, row.stream().map(Cell::text).toList());
        }
        List<Block> blocks = new ArrayList<>(List.of(new Table(
                "Settings",
                "Several rows of one name are candidates among which the validation beats chose.",
                List.of(
                        Column.text("Classifier"),
                        Column.text("Version"),
                        Column.text("Settings"),
                        Column.text("Resampling"),
                        Column.text("Validation beats"),
                        Column.text("Calibration"),
                        Column.text("Libraries"),
                        Column.text("Origin")),
                List.copyOf(rows.values()))));
        if (!comparison.plan().knownFailures().isEmpty()) {
            blocks.add(knownFailures());
        }
        return new Section("classifiers", "Classifiers and settings", blocks);
    }

    private Table knownFailures() {
        List<List<Cell>> rows = new ArrayList<>();
        comparison
                .plan()
                .knownFailures()
                .forEach((id, reasons) -> reasons.forEach(
                        (check, reason) -> rows.add(List.of(Cell.text(id), Cell.text(check), Cell.text(reason)))));
        return new Table(
                "Known failures",
                "Checks of the contract that a classifier fails, and why, as its author says.",
                List.of(Column.text("Classifier"), Column.text("Check"), Column.text("Reason")),
                rows);
    }

    private static String validation(Trial trial) {
        if (trial.classifier().wasImported()) {
            return "unknown";
        }
        return switch (trial.validation()) {
            case JOINED -> "joined to training";
            case HELD_OUT ->
                Calibration.of(trial.calibration()).needsValidation()
                        ? "held out: calibrates, and chooses where there is a choice"
                        : "held out: chooses";
        };
    }
}

package org.beatbench.reports.sections.basis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.calibration.Calibration;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.experiment.Trial;
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
                    trial.resampling(),
                    validation(trial),
                    trial.calibration(),
                    Phrases.settings(trial.classifier().libraries()),
                    trial.classifier().origin());
            rows.put(row, row.stream().map(Cell::text).toList());
        }
        return new Section(
                "classifiers",
                "Classifiers and settings",
                List.of(new Table(
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
    }

    private static String validation(Trial trial) {
        return switch (trial.validation()) {
            case JOINED -> "joined to training";
            case HELD_OUT ->
                Calibration.of(trial.calibration()).needsValidation()
                        ? "held out: calibrates, and chooses where there is a choice"
                        : "held out: chooses";
        };
    }
}

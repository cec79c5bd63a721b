package org.beatbench.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;
import org.beatbench.experiment.FolderTree;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.IndexRenderer;
import org.beatbench.reports.JsonRenderer;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;
import org.beatbench.verification.DifferenceFound;
import org.beatbench.verification.TrialCheck;

/** Makes a report again from what is stored and compares it, file by file and byte by byte, with the one that is there. */
final class ReportCheck {

    private static final String RESULTS = "results.csv";
    private static final String IMAGE = ".png";
    private static final Set<String> WHOLE = Set.of(
            HtmlRenderer.FILE, MarkdownRenderer.FILE, JsonRenderer.FILE, FigureForm.FOLDER + "/" + IndexRenderer.FILE);
    private static final String BEATS_FIGURE = FigureForm.FOLDER + "/" + ComparisonReport.BEATS_FIGURE;

    private final FolderStore store;
    private final Plan plan;
    private final Path report;
    private final Optional<ReportManifest> manifest;
    private final ShownBeats shown;
    private final boolean lacksBeats;
    private final List<String> notes = new ArrayList<>();
    private int texts;
    private int images;
    private int undrawn;

    /**
     * A check of a report.
     *
     * @param beats those of the plan, if the data are at hand; without them, what shows single beats is not compared
     * @throws UserError if there is none
     */
    ReportCheck(FolderStore store, Path report, Optional<Beats> beats) throws IOException {
        this.manifest = ReportManifest.find(report);
        if (manifest.isEmpty() && !Files.isRegularFile(report.resolve(HtmlRenderer.FILE))) {
            throw new UserError(
                    "there is no report in " + report, "make it: beatbench report; or name its folder with --report");
        }
        this.store = store;
        this.plan = store.plan();
        this.report = report;
        boolean showsBeats =
                manifest.map(ReportManifest::beats).orElse(Files.exists(report.resolve(BEATS_FIGURE + ".csv")));
        this.shown = showsBeats ? beats.map(ShownBeats::new).orElse(ShownBeats.NONE) : ShownBeats.NONE;
        this.lacksBeats = showsBeats && beats.isEmpty();
    }

    /** What must be known of a report before its differences are judged. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Checks that the report is about what is stored: the same data, and the same trials.
     *
     * @throws DifferenceFound if it is not
     */
    void checkOrigin() throws IOException {
        if (manifest.isEmpty()) {
            notes.add("the report has no " + ReportManifest.FILE
                    + " that can be read, which says what it was made from; only its other files are compared");
            return;
        }
        ReportManifest made = manifest.get();
        if (!made.isMadeByThisProgram()) {
            notes.add("the report was made by beatbench " + made.beatbench() + named(made.commit())
                    + ", and words may have changed since; \"beatbench report\" makes it anew");
        }
        require(
                "the data have the fingerprint " + String.join(", ", made.data()),
                "the trials are of data " + String.join(", ", ReportManifest.fingerprints(plan)),
                made.data().equals(ReportManifest.fingerprints(plan)));
        require(
                "the experiment is " + made.experiment(),
                "the results are those of " + plan.experiment(),
                made.experiment().equals(plan.experiment()));
        var planned = plan.trials().stream().collect(Collectors.toMap(Trial::key, Function.identity()));
        for (var entry : made.trials().entrySet()) {
            Trial trial = planned.get(entry.getKey());
            String name = "trial " + entry.getKey() + (trial == null ? "" : " (" + Trials.text(trial) + ")");
            require(name + " was stored", "it is not in plan.json", trial != null);
            require(name + " was stored", "it is not there any more", store.contains(trial));
            require(
                    name + " had the record " + entry.getValue(),
                    TrialCheck.place(trial) + "/run.json is " + store.hash(trial),
                    store.hash(trial).equals(entry.getValue()));
        }
        for (Trial trial : plan.trials()) {
            require(
                    "trial " + trial.key() + " (" + Trials.text(trial) + ") was not stored",
                    "it is there now; \"beatbench report\" makes the report anew",
                    made.trials().containsKey(trial.key()) || !store.contains(trial));
        }
    }

    /**
     * Makes the report again and compares its files.
     *
     * @throws DifferenceFound at the first file that is not the same; the one with all numbers comes first, images last
     */
    void checkFiles() throws IOException {
        Path again = Files.createTempDirectory("beatbench-verify-");
        try {
            Reporting.render(store, again, manifest.map(ReportManifest::form).orElse(ReportForm.USUAL), shown);
            List<String> names = FolderTree.names(again).stream()
                    .sorted(Comparator.comparing((String name) -> name.endsWith(IMAGE))
                            .thenComparing(name -> !name.equals(RESULTS))
                            .thenComparing(name -> !name.equals(HtmlRenderer.FILE))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            for (String name : names) {
                if (!isBeyondCheck(name)) {
                    compare(again, name);
                }
            }
            List<String> strangers = new ArrayList<>(FolderTree.names(report));
            strangers.removeAll(names);
            strangers.remove(ReportManifest.FILE);
            strangers.removeIf(this::isBeyondCheck);
            if (lacksBeats) {
                notes.add("the report shows single beats, and the data are not at hand, so " + HtmlRenderer.FILE
                        + " and the like were not compared; results.csv and the data of all other figures were");
            }
            if (!strangers.isEmpty()) {
                notes.add("not of this report, and not checked: " + String.join(", ", strangers));
            }
        } finally {
            FolderTree.discard(again);
        }
    }

    /** Whether a file shows single beats that are not at hand. */
    private boolean isBeyondCheck(String name) {
        return lacksBeats && (WHOLE.contains(name) || name.startsWith(BEATS_FIGURE + "."));
    }

    /** How many files were compared. */
    int files() {
        return texts + images;
    }

    /** How they were compared. */
    String summary() {
        return "made again from the stored answers: " + texts + " files of text and numbers equal byte by byte, "
                + (images - undrawn) + " images too"
                + (undrawn == 0
                        ? ""
                        : "; " + undrawn + " images are as they were made, but were drawn elsewhere and cannot be"
                                + " drawn again here");
    }

    private void compare(Path again, String name) throws IOException {
        Path file = report.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw DifferenceFound.at(name, "the file is missing", "the report has it");
        }
        byte[] found = Files.readAllBytes(file);
        byte[] expected = Files.readAllBytes(again.resolve(name));
        if (name.endsWith(IMAGE)) {
            images++;
            if (!Arrays.equals(found, expected)) {
                requireUntouched(name);
            }
            return;
        }
        texts++;
        TextDifference.first(
                        name, new String(found, StandardCharsets.UTF_8), new String(expected, StandardCharsets.UTF_8))
                .ifPresent(difference -> {
                    throw new DifferenceFound(difference);
                });
    }

    /** Another Java or system has other fonts: an image from there is checked against its hash, and its data are drawn again. */
    private void requireUntouched(String name) throws IOException {
        boolean drawnElsewhere = manifest.isPresent() && !manifest.get().isDrawnHere();
        String hash = Hash.of(report.resolve(name));
        if (!drawnElsewhere || !hash.equals(manifest.get().files().get(name))) {
            throw DifferenceFound.at(name, "the image is another", "these results are drawn in another way");
        }
        undrawn++;
    }

    private static void require(String found, String expected, boolean holds) {
        if (!holds) {
            throw DifferenceFound.at(ReportManifest.FILE, found, expected);
        }
    }

    private static String named(String commit) {
        return commit.isEmpty() ? "" : " at commit " + commit;
    }
}

package org.beatbench.reports.publication;

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
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.files.Aside;
import org.beatbench.files.FolderTree;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.IndexRenderer;
import org.beatbench.reports.JsonRenderer;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;
import org.beatbench.verification.DifferenceFound;
import org.beatbench.verification.TrialCheck;

/** Makes a report again from what is stored and compares it, file by file and byte by byte, with the one that is there. */
public final class ReportCheck {

    private static final String RESULTS = "results.csv";
    private static final Set<String> IMAGES = Set.of(".png", ".pdf");
    private static final Set<String> WHOLE = Set.of(
            HtmlRenderer.FILE, MarkdownRenderer.FILE, JsonRenderer.FILE, FigureForm.FOLDER + "/" + IndexRenderer.FILE);

    private final FolderStore store;
    private final Plan plan;
    private final Path report;
    private final ReportManifest manifest;
    private final Optional<DisclosedBeats> shown;
    private final boolean lacksData;
    private final List<String> notes = new ArrayList<>();
    private int texts;
    private int images;
    private int undrawn;

    /**
     * A check of a report.
     *
     * @param beats those of the plan, if the data are at hand; without them, what shows the data is compared with its hash only
     * @throws UserError if there is none
     * @throws DifferenceFound if it does not say what it was made from
     */
    public ReportCheck(FolderStore store, Path report, Optional<Beats> beats) throws IOException {
        if (!Files.isRegularFile(report.resolve(ReportManifest.FILE))
                && !Files.isRegularFile(report.resolve(HtmlRenderer.FILE))) {
            throw new UserError(
                    "there is no report in " + report, "make it: beatbench report; or name its folder with --report");
        }
        this.manifest = ReportManifest.find(report)
                .orElseThrow(() -> DifferenceFound.at(
                        ReportManifest.FILE,
                        "it is missing, or cannot be read",
                        "it says what the report was made from; \"beatbench report\" makes both anew"));
        this.store = store;
        this.plan = store.plan();
        this.report = report;
        this.shown = beats.flatMap(data -> DisclosedBeats.of(data, manifest.shows()));
        this.lacksData = manifest.shows() != DisclosedBeats.disclosure(shown);
    }

    /** What must be known of a report before its differences are judged. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Checks that the report is about what is stored: the same data, and the same trials.
     *
     * @throws DifferenceFound if it is not
     */
    public void checkOrigin() throws IOException {
        if (!manifest.isMadeByThisProgram()) {
            notes.add("the report was made by beatbench " + manifest.beatbench() + named(manifest.commit())
                    + ", and words may have changed since; \"beatbench report\" makes it anew");
        }
        require(
                "the data have the fingerprint " + String.join(", ", manifest.data()),
                "the trials are of data " + String.join(", ", ReportManifest.fingerprints(plan)),
                manifest.data().equals(ReportManifest.fingerprints(plan)));
        require(
                "the experiment is " + manifest.experiment(),
                "the results are those of " + plan.experiment(),
                manifest.experiment().equals(plan.experiment()));
        var planned = plan.trials().stream().collect(Collectors.toMap(Trial::key, Function.identity()));
        for (var entry : manifest.trials().entrySet()) {
            Trial trial = planned.get(entry.getKey());
            if (trial == null) {
                throw DifferenceFound.at(
                        ReportManifest.FILE, "trial " + entry.getKey() + " was stored", "it is not in plan.json");
            }
            String name = "trial " + entry.getKey() + " (" + trial.inWords() + ")";
            require(name + " was stored", "it is not there any more", store.contains(trial));
            require(
                    name + " had the record " + entry.getValue(),
                    TrialCheck.place(trial) + "/run.json is " + store.hash(trial),
                    store.hash(trial).equals(entry.getValue()));
        }
        for (Trial trial : plan.trials()) {
            require(
                    "trial " + trial.key() + " (" + trial.inWords() + ") was not stored",
                    "it is there now; \"beatbench report\" makes the report anew",
                    manifest.trials().containsKey(trial.key()) || !store.contains(trial));
        }
    }

    /**
     * Makes the report again and compares its files.
     *
     * @throws DifferenceFound at the first file that is not the same; the one with all numbers comes first, images last
     */
    public void checkFiles() throws IOException {
        try (Aside again = Aside.temporary()) {
            ReportWriter.render(store, again.path(), manifest.form(), shown);
            List<String> names = new ArrayList<>(FolderTree.names(again.path()).stream()
                    .sorted(Comparator.comparing(ReportCheck::isImage)
                            .thenComparing(name -> !name.equals(RESULTS))
                            .thenComparing(name -> !name.equals(HtmlRenderer.FILE))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList());
            List<String> strangers = new ArrayList<>(FolderTree.names(report));
            strangers.removeAll(names);
            strangers.remove(ReportManifest.FILE);
            if (lacksData) {
                List<String> fromData = manifest.files().keySet().stream()
                        .filter(name -> WHOLE.contains(name) || !names.contains(name))
                        .toList();
                for (String name : fromData) {
                    requireUntouched(name, "it is another", "it shows the data, and is not as it was made");
                }
                names.removeAll(fromData);
                strangers.removeAll(fromData);
                notes.add("the report shows the data, and these are not at hand, so " + fromData.size()
                        + " of its files, the page among them, are only known to be as they were made");
            }
            for (String name : names) {
                compare(again.path(), name);
            }
            if (!strangers.isEmpty()) {
                notes.add("not of this report, and not checked: " + String.join(", ", strangers));
            }
        }
    }

    /** How many files were compared. */
    public int files() {
        return texts + images;
    }

    /** How they were compared. */
    public String summary() {
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
        if (isImage(name)) {
            images++;
            if (!Arrays.equals(found, expected)) {
                requireDrawnElsewhere(name);
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

    private static boolean isImage(String name) {
        return IMAGES.stream().anyMatch(name::endsWith);
    }

    /** Another Java or system may draw otherwise: an image from there is checked against its hash, and its data are drawn again. */
    private void requireDrawnElsewhere(String name) throws IOException {
        String found = "the image is another";
        String drawn = "these results are drawn in another way";
        if (manifest.isDrawnHere()) {
            throw DifferenceFound.at(name, found, drawn);
        }
        requireUntouched(name, found, drawn);
        undrawn++;
    }

    private void requireUntouched(String name, String found, String expected) throws IOException {
        Path file = report.resolve(name);
        if (!Files.isRegularFile(file) || !Hash.of(file).equals(manifest.files().get(name))) {
            throw DifferenceFound.at(name, Files.isRegularFile(file) ? found : "the file is missing", expected);
        }
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

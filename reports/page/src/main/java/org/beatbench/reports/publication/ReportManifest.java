package org.beatbench.reports.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.beatbench.api.Require;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.beatbench.harness.Machine;
import org.beatbench.reports.Disclosure;
import org.beatbench.results.FolderStore;
import org.beatbench.results.JsonFile;
import org.beatbench.results.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What a report was made from, by what, and what it consists of: {@code report.json}, beside it.
 *
 * @param format version of this file's form
 * @param experiment id of the experiment
 * @param beatbench version of the program that made the report
 * @param commit commit of its sources; empty if unknown
 * @param java runtime it ran on
 * @param system operating system it ran on
 * @param data fingerprints of the data of all trials
 * @param shows what it shows of the data set; if anything, the data are needed to make it again
 * @param form what was written, and in which formats
 * @param verdict what it says first; none in manifests of before
 * @param trials key and SHA-256 of the record of every trial that was stored
 * @param files name and SHA-256 of every other file of the report
 */
public record ReportManifest(
        int format,
        String experiment,
        String beatbench,
        String commit,
        String java,
        String system,
        List<String> data,
        Disclosure shows,
        ReportForm form,
        @Nullable String verdict,
        SortedMap<String, String> trials,
        SortedMap<String, String> files) {

    public static final String FILE = "report.json";

    private static final int FORMAT = 1;

    public ReportManifest {
        data = List.copyOf(data);
        trials = Collections.unmodifiableSortedMap(new TreeMap<>(trials));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        files.keySet().forEach(name -> Require.path("files", name));
    }

    /**
     * Of a report that this program has just made.
     *
     * @param verdict what it says first
     * @param shows what it shows of the data set
     * @param form what was written, and in which formats
     * @param folder all files of the report, and no others
     */
    public static ReportManifest of(
            FolderStore store, Plan plan, String verdict, Disclosure shows, ReportForm form, Path folder)
            throws IOException {
        SortedMap<String, String> trials = new TreeMap<>();
        for (Trial trial : plan.trials()) {
            if (store.contains(trial)) {
                trials.put(trial.key(), store.hash(trial));
            }
        }
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : FolderTree.names(folder)) {
            files.put(name, Hash.of(folder.resolve(name)));
        }
        return new ReportManifest(
                FORMAT,
                plan.experiment(),
                Machine.version(),
                Machine.commit(),
                Machine.java(),
                Machine.system(),
                fingerprints(plan),
                shows,
                form,
                verdict,
                trials,
                files);
    }

    /** That of a report; empty if there is none, or it cannot be understood. */
    public static Optional<ReportManifest> find(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file) ? JsonFile.find(file, ReportManifest.class, FORMAT) : Optional.empty();
    }

    /** Fingerprints of the data of a plan's trials. */
    public static List<String> fingerprints(Plan plan) {
        return plan.trials().stream()
                .map(trial -> trial.dataset().fingerprint())
                .distinct()
                .toList();
    }

    /** Whether this program, as it is now, made the report. */
    public boolean isMadeByThisProgram() {
        return beatbench.equals(Machine.version()) && commit.equals(Machine.commit());
    }

    /** Whether it was drawn where fonts and drawing should be those of now. */
    public boolean isDrawnHere() {
        return java.equals(Machine.java()) && system.equals(Machine.system());
    }
}

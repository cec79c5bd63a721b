package org.beatbench.app.reporting;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.beatbench.api.UserError;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.change.PublishedSide;
import org.beatbench.comparison.change.Side;
import org.beatbench.comparison.change.StoredSide;
import org.beatbench.files.Contents;
import org.beatbench.reports.publication.ReportManifest;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;

/** Finds the results that are to be compared. */
final class ResultsFinder {

    private static final String NUMBERS = "results.csv";

    private final ResultsFolder results;

    ResultsFinder(ResultsFolder results) {
        this.results = results;
    }

    /**
     * The results with a name.
     *
     * @param name of an experiment, or the path of a result folder, of a report, or of its {@code results.csv}
     * @throws UserError if there are none
     */
    Side find(String name) throws IOException {
        Path path = Path.of(name);
        boolean named = Files.isRegularFile(results.of(name).resolve("plan.json"));
        if (!named && Files.isRegularFile(path)) {
            return published(name, path);
        }
        if (!named && Files.isRegularFile(path.resolve(NUMBERS))) {
            return published(name, path.resolve(NUMBERS));
        }
        FolderStore store = FolderStore.existing(results.find(name));
        Plan plan = store.plan();
        return new StoredSide(name, Comparison.of(plan, store.allRead(plan)));
    }

    private static Side published(String name, Path file) throws IOException {
        List<String> data = ReportManifest.find(
                        Objects.requireNonNull(file.toAbsolutePath().getParent()))
                .map(ReportManifest::data)
                .orElse(List.of());
        try {
            return PublishedSide.of(name, data, Contents.text(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not text in UTF-8", "give a result folder, or a results.csv");
        }
    }
}

package org.beatbench.reports.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.html.ResultsPage;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

/**
 * The list of all experiments in a folder of results, {@code index.html}: what came out of each, how much of it was run on which
 * days, and where its report is. Nothing is computed anew: verdicts are those that the reports were made with.
 */
public final class ResultsIndex {

    /** The name of the file. */
    public static final String FILE = "index.html";

    private static final String OURS = "content=\"Beatbench results\"";
    private static final String PLAN = "plan.json";

    /** Days that are told one by one; of more, the first and the last. */
    private static final int MOST_DAYS = 4;

    private ResultsIndex() {}

    private record Listed(Instant last, ResultsPage.Entry entry) {}

    /**
     * Writes the list anew, unless a page of somebody else's has its name.
     *
     * @param results the folder with one folder for each experiment
     * @throws UserError if it cannot be written
     */
    public static void write(Path results) throws IOException {
        Path file = results.resolve(FILE);
        if (!Files.exists(file) || isOurs(file)) {
            ReportFolder.open(results).write(FILE, text(results));
        }
    }

    private static boolean isOurs(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file, StandardCharsets.UTF_8).contains(OURS);
        } catch (IOException somebodyElses) {
            return false;
        }
    }

    /** The content of the file. What has no plan is no experiment, and what cannot be read is listed with the reason. */
    static String text(Path results) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(results)) {
            folders = children.filter(child -> Files.isRegularFile(child.resolve(PLAN)))
                    .sorted()
                    .toList();
        }
        return ResultsPage.of(folders.stream()
                .map(ResultsIndex::listed)
                .sorted(Comparator.comparing(Listed::last).reversed())
                .map(Listed::entry)
                .toList());
    }

    private static Listed listed(Path folder) {
        String name = String.valueOf(folder.getFileName());
        try {
            FolderStore store = FolderStore.at(folder);
            Plan plan = store.plan();
            return listed(folder, name, plan, store.all(plan.trials()));
        } catch (UserError | IOException | UncheckedIOException | IllegalArgumentException problem) {
            return new Listed(
                    Instant.EPOCH,
                    new ResultsPage.Entry(
                            name, "", "", "", List.of(), "it cannot be read: " + String.valueOf(problem.getMessage())));
        }
    }

    private static Listed listed(Path folder, String name, Plan plan, List<RunRecord> runs) throws IOException {
        Optional<ReportManifest> report = ReportManifest.find(folder.resolve("report"));
        boolean hasPage = Files.isRegularFile(folder.resolve("report").resolve(HtmlRenderer.FILE));
        List<String> particulars = new ArrayList<>(List.of(
                plan.dataset().name() + (plan.dataset().synthetic() ? " (synthetic)" : ""), trials(plan, runs)));
        if (!runs.isEmpty()) {
            particulars.add("run on " + days(runs));
        }
        if (hasPage) {
            particulars.add("report of "
                    + day(Files.getLastModifiedTime(folder.resolve("report").resolve(HtmlRenderer.FILE))
                            .toInstant()));
        }
        return new Listed(
                runs.stream()
                        .map(RunRecord::started)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                new ResultsPage.Entry(
                        name,
                        hasPage ? name + "/report/" + HtmlRenderer.FILE : "",
                        plan.title(),
                        report.flatMap(one -> Optional.ofNullable(one.verdict()))
                                .orElse(""),
                        particulars,
                        ""));
    }

    private static String trials(Plan plan, List<RunRecord> runs) {
        long completed = runs.stream()
                .filter(run -> run.outcome() instanceof Outcome.Completed)
                .count();
        return Numbers.count(completed) + " of " + Phrases.counted(plan.trials().size(), "trial", "trials")
                + " complete";
    }

    /** On which days how many trials were run. */
    private static String days(List<RunRecord> runs) {
        Map<String, Long> days = new TreeMap<>(
                runs.stream().collect(Collectors.groupingBy(run -> day(run.started()), Collectors.counting())));
        List<String> told = days.entrySet().stream()
                .map(day -> day.getKey() + " (" + Numbers.count(day.getValue()) + ")")
                .toList();
        return told.size() <= MOST_DAYS
                ? String.join(", ", told)
                : told.get(0) + " to " + told.get(told.size() - 1) + ", on " + told.size() + " days";
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}

package org.beatbench.app.reporting;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.beatbench.api.UserError;
import org.beatbench.app.options.FolderOptions;
import org.beatbench.app.options.StoredResults;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.experiment.Trial;
import org.beatbench.plugins.Catalogue;
import org.beatbench.reports.publication.ReportCheck;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.verification.DataCheck;
import org.beatbench.verification.Difference;
import org.beatbench.verification.DifferenceFound;
import org.beatbench.verification.Rerun;
import org.beatbench.verification.RerunDifference;
import org.beatbench.verification.StoreCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench verify}: whether every number of a report follows from the stored answers. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes every number of a report from the stored answers; ends with code 5 at the first difference.",
            "",
            "Checks that each stored trial is the one its key names and is as it was written, that its labels and rows are"
                    + " those of the data set (where the data are at hand), and that the report, made again, is the same"
                    + " byte by byte. What a trial took, it only recorded: such numbers are compared with its record."
        })
public final class VerifyCommand implements Callable<Integer> {

    /** All that is to be said, for programs. */
    private record Answer(
            String experiment,
            String results,
            String report,
            boolean passed,
            List<Step> checked,
            int reruns,
            List<String> notes,
            @Nullable Difference difference) {}

    /** What stands for a key that is drawn by lot. */
    private static final String ANY = "random";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder of the report. Default: report/ in the result folder.")
    private @Nullable Path report;

    @Option(
            names = "--rerun",
            split = ",",
            paramLabel = "KEY",
            description =
                    "Also run this trial again, given by its key or the start of it, or one drawn by lot if it says"
                            + " random, and compare the answers bit by bit. Only this tells answers that a model gave"
                            + " from answers that were made up. Nothing is stored. May be repeated.")
    private List<String> again = List.of();

    @Option(names = "--rerun-one", description = "The same for the trial that took the least time.")
    private boolean rerunOne;

    @Option(
            names = "--without-data",
            description =
                    "Do not load the data set; its fingerprint, labels and rows are then not recomputed. What a report shows of"
                            + " the data is compared with its hash only.")
    private boolean withoutData;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private FolderOptions places = new FolderOptions();

    @Mixin
    private StoredResults results = new StoredResults();

    /** What was checked, without a difference. */
    private record Step(String name, long count, String text) {}

    private final List<Step> checked = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int reruns;

    @Override
    public Integer call() throws IOException {
        if (rerunOne && !again.isEmpty()) {
            throw new UserError("--rerun and --rerun-one cannot be had at once", "choose one");
        }
        Path folder = results.folder();
        Path page = report == null ? folder.resolve("report") : report;
        FolderStore store = FolderStore.existing(folder);
        Plan plan = store.plan();
        again.stream().filter(key -> !key.equals(ANY)).forEach(key -> Rerun.find(plan.trials(), key));
        Optional<Difference> difference = Optional.empty();
        try {
            verify(store, plan, page);
        } catch (DifferenceFound e) {
            difference = Optional.of(e.difference());
        }
        conclude(new Answer(
                plan.experiment(),
                folder.toString(),
                page.toString(),
                difference.isEmpty(),
                checked,
                reruns,
                notes,
                difference.orElse(null)));
        return difference.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private void verify(FolderStore store, Plan plan, Path page) throws IOException {
        Catalogue catalogue = places.catalogue();
        StoreCheck check = new StoreCheck(store);
        Optional<DataCheck> data = withoutData ? Optional.empty() : data(check, plan, catalogue);
        checkTrials(check, data);
        long imported = plan.trials().stream()
                .filter(trial -> trial.classifier().wasImported() && store.contains(trial))
                .count();
        if (imported > 0) {
            notes.add(
                    Phrases.counted(imported, "trial was", "trials were")
                            + " imported, not run here: their answers were checked like all others, and nobody can run them again");
        }
        checkReport(store, page, data);
        for (Trial trial : toRunAgain(plan, store)) {
            rerun(store, trial, catalogue);
        }
    }

    private Optional<DataCheck> data(StoreCheck check, Plan plan, Catalogue catalogue) {
        String id = plan.trials().stream()
                .findFirst()
                .map(trial -> trial.dataset().id())
                .orElse("nothing");
        try (BarProgress bar = BarProgress.named("Loading " + id, Screen.of(spec))) {
            Optional<DataCheck> data = check.data(catalogue, places.folders(), bar);
            data.ifPresent(found -> tell(
                    "data",
                    found.beats().size(),
                    id + ": fingerprint and counts of "
                            + Numbers.count(found.beats().size()) + " beats recomputed"));
            return data;
        } catch (UserError | IOException e) {
            notes.add("the data are not at hand (" + e.getMessage() + "), so their fingerprint, the labels and the rows"
                    + " were not recomputed");
            return Optional.empty();
        }
    }

    private void checkTrials(StoreCheck check, Optional<DataCheck> data) throws IOException {
        StoreCheck.CheckedTrials trials = check.trials(data);
        tell(
                "trials",
                trials.stored(),
                Numbers.count(trials.stored()) + " stored, keys recomputed; " + Numbers.count(trials.answers())
                        + " answers read, as they were written"
                        + (trials.missing() == 0
                                ? ""
                                : "; " + Numbers.count(trials.missing()) + " of the plan are not stored"));
        if (data.isPresent()) {
            tell(
                    "labels",
                    data.get().answers(),
                    Numbers.count(data.get().answers())
                            + " answers have the labels, records and positions of the data, and are those that the"
                            + " protocols ask for");
            for (String protocol : data.get().otherVersions()) {
                notes.add("this program divides " + protocol + " in another way, so its rows were not recomputed");
            }
        }
        if (trials.strangers() > 0) {
            notes.add(Numbers.count(trials.strangers()) + " stored trials are not of this plan, and in no number");
        }
    }

    private void checkReport(FolderStore store, Path page, Optional<DataCheck> data) throws IOException {
        ReportCheck check = new ReportCheck(store, page, data.map(DataCheck::beats));
        try {
            check.checkOrigin();
            check.checkFiles();
            tell("report", check.files(), check.summary());
        } finally {
            notes.addAll(check.notes());
        }
    }

    private Set<Trial> toRunAgain(Plan plan, FolderStore store) throws IOException {
        Set<Trial> trials = new LinkedHashSet<>();
        if (rerunOne) {
            trials.add(Rerun.shortest(store.all(plan.trials())));
        }
        for (String key : again) {
            // Whoever made up answers must not be able to know which of them will be looked at.
            trials.add(
                    key.equals(ANY)
                            ? Rerun.random(store.all(plan.trials()), new SecureRandom())
                            : Rerun.find(plan.trials(), key));
        }
        return trials;
    }

    private void rerun(FolderStore store, Trial trial, Catalogue catalogue) throws IOException {
        RunRecord stored = store.find(trial)
                .orElseThrow(() ->
                        new UserError("trial " + trial.key() + " is planned, but not stored", "run it: beatbench run"));
        Screen screen = Screen.of(spec);
        try (Interrupt.Work work = screen.interrupt().work();
                BarProgress bar = BarProgress.named("Running " + trial.inWords(), screen)) {
            RerunDifference repetition =
                    new Rerun(places.folders(), catalogue, BuildInfo.commandLine(spec)).compare(stored, bar, work);
            reruns++;
            tell(
                    "rerun",
                    repetition.answers(),
                    trial.inWords() + " (" + trial.key() + "): "
                            + (repetition.isExact()
                                    ? Numbers.count(repetition.answers()) + " answers are equal bit by bit"
                                    : repetition + "; it was run on another machine or Java ("
                                            + stored.environment().processor() + ", "
                                            + stored.environment().java() + "), whose last digits may be others"));
        }
    }

    private void tell(String name, long count, String text) {
        checked.add(new Step(name, count, text));
        if (!json && !Screen.of(spec).isQuiet()) {
            out().println(String.format(Locale.ROOT, "%-7s %s", name, text));
            out().flush();
        }
    }

    private void conclude(Answer answer) {
        if (json) {
            out().println(Json.text(answer));
            return;
        }
        answer.notes().forEach(note -> out().println("note    " + note));
        Difference difference = answer.difference();
        if (difference == null) {
            String reserve = answer.notes().isEmpty() ? "" : "but for the notes above, ";
            out().println(Screen.of(spec).paint(Ink.GOOD, "PASS:") + " " + reserve + "every number of "
                    + answer.report() + " follows from what the trials stored");
            out().println(
                            reruns == 0
                                    ? "No trial was run again, so answers that were made up would have passed as well; to run one,"
                                            + " drawn by lot: --rerun random"
                                    : Numbers.count(reruns) + (reruns == 1 ? " trial was" : " trials were")
                                            + " run again");
        } else {
            out().println(Screen.of(spec).paint(Ink.BAD, "FAIL:") + " " + difference.place());
            out().println("  there:  " + difference.found());
            out().println("  but:    " + difference.expected());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

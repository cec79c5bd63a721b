package org.beatbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Trial;
import org.beatbench.plugins.Catalogue;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;
import org.beatbench.verification.DataCheck;
import org.beatbench.verification.Difference;
import org.beatbench.verification.DifferenceFound;
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
final class VerifyCommand implements Callable<Integer> {

    /** All that is to be said, for programs. */
    private record Answer(
            String experiment,
            String results,
            String report,
            boolean passed,
            List<Verification.Step> checked,
            List<String> notes,
            @Nullable Difference difference) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder of the report. Default: report/ in the result folder.")
    private @Nullable Path report;

    @Option(
            names = "--rerun",
            paramLabel = "KEY",
            description =
                    "Also run this trial again, given by its key or the start of it, and compare the answers bit by"
                            + " bit. Nothing is stored.")
    private String key = "";

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
    private Places places = new Places();

    @Mixin
    private StoredResults results = new StoredResults();

    private final List<Verification.Step> checked = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (rerunOne && !key.isEmpty()) {
            throw new UserError("--rerun and --rerun-one cannot be had at once", "choose one");
        }
        Path folder = results.folder();
        Path page = report == null ? folder.resolve("report") : report;
        FolderStore store = FolderStore.existing(folder);
        Plan plan = store.plan();
        Verification verification = new Verification(store, this::tell);
        Optional<Difference> difference = Optional.empty();
        try {
            verify(verification, store, plan, page);
        } catch (DifferenceFound e) {
            difference = Optional.of(e.difference());
        }
        conclude(new Answer(
                plan.experiment(),
                folder.toString(),
                page.toString(),
                difference.isEmpty(),
                checked,
                verification.notes(),
                difference.orElse(null)));
        return difference.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private void verify(Verification verification, FolderStore store, Plan plan, Path page) throws IOException {
        Optional<Trial> again = key.isEmpty() ? Optional.empty() : Optional.of(Rerun.find(plan.trials(), key));
        Catalogue catalogue = places.catalogue();
        Optional<DataCheck> data = withoutData ? Optional.empty() : verification.data(catalogue, places.workplace());
        verification.checkTrials(data);
        verification.checkReport(page, data);
        if (rerunOne) {
            again = Optional.of(Rerun.shortest(store.all(plan).stream()));
        }
        if (again.isPresent()) {
            rerun(store, again.get(), catalogue);
        }
    }

    private void rerun(FolderStore store, Trial trial, Catalogue catalogue) throws IOException {
        var stored = store.find(trial)
                .orElseThrow(() ->
                        new UserError("trial " + trial.key() + " is planned, but not stored", "run it: beatbench run"));
        try (Interrupt interrupt = Interrupt.listen();
                Bar bar = Bar.named("Running " + Trials.text(trial))) {
            Rerun rerun = new Rerun(places.workplace(), catalogue);
            tell(rerun.compare(stored, bar, interrupt));
        }
    }

    private void tell(Verification.Step step) {
        checked.add(step);
        if (!json) {
            out().println(String.format(Locale.ROOT, "%-7s %s", step.name(), step.text()));
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
            out().println("PASS: " + reserve + "every number of " + answer.report()
                    + " follows from what the trials stored");
        } else {
            out().println("FAIL: " + difference.place());
            out().println("  there:  " + difference.found());
            out().println("  but:    " + difference.expected());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

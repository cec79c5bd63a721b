package org.beatbench.app.experiments;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.beatbench.app.options.FolderOptions;
import org.beatbench.app.options.KnownIds;
import org.beatbench.app.options.ProvenanceText;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.experiment.Experiment;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.protocol.Protocols;
import org.beatbench.run.AuditSummary;
import org.beatbench.run.PreparedExperiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench audit}: whether test beats may be known before the test. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the splits of an experiment, or of a data set, for leaks. Nothing is trained.",
            "",
            "Looks for identical rows and near copies on both sides, people on both sides, classes evened out, rows made up or "
                    + "scaled before the division, and, where the experiment has run, for further looks at the test beats. "
                    + "Ends with exit code 4 if a protocol fails; copies is meant to."
        })
public final class AuditCommand implements Callable<Integer> {

    /** What a program reads. */
    private record Listing(String title, AuditVerdict verdict, List<Item> protocols, Map<String, String> doNotFit) {}

    /** One protocol of it. */
    private record Item(
            String protocol,
            AuditVerdict verdict,
            String label,
            boolean accepted,
            int splits,
            List<ProtocolAudit.Finding> findings) {

        private static Item of(ProtocolAudit audit) {
            return new Item(
                    audit.protocol(),
                    audit.verdict(),
                    audit.label(),
                    audit.accepted(),
                    audit.splits(),
                    audit.findings());
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            completionCandidates = Experiments.Names.class,
            description = "One of ${COMPLETION-CANDIDATES}, or the path of a YAML file. Default: quick.")
    private String experiment = "";

    @Option(
            names = "--dataset",
            paramLabel = "DATASET",
            completionCandidates = KnownIds.DatasetIds.class,
            description = "Audit a data set without an experiment; see ${ROOT-COMMAND-NAME} list.")
    private String dataset = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of that data set; see ${ROOT-COMMAND-NAME} describe. May be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(
            names = "--protocol",
            split = ",",
            paramLabel = "PROTOCOL",
            completionCandidates = KnownIds.ProtocolIds.class,
            description = "Audit these protocols only. Default: those of the experiment, or all that fit the data set.")
    private List<String> protocols = List.of();

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of the splits of that data set. Default: 1.")
    private @Nullable Long seed;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private FolderOptions places = new FolderOptions();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        if (!dataset.isEmpty() && !experiment.isEmpty()) {
            throw new UserError("an experiment has its own data set", "give an experiment or --dataset, not both");
        }
        if (dataset.isEmpty() && (!settings.isEmpty() || seed != null)) {
            throw new UserError(
                    "--set and --seed are for a data set; an experiment has its own", "add --dataset DATASET");
        }
        protocols = protocols.stream().map(Protocols::current).toList();
        Screen screen = Screen.of(spec);
        AuditSummary audited;
        try (Interrupt.Work work = screen.interrupt().work()) {
            audited = dataset.isEmpty() ? ofExperiment(screen, work) : ofDataset(screen, work);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(new Listing(
                    audited.title(),
                    audited.verdict(),
                    audited.protocols().stream().map(Item::of).toList(),
                    audited.doNotFit())));
        } else {
            print(audited, out, screen);
        }
        return audited.verdict() == AuditVerdict.FAIL ? ExitCode.AUDIT_FAILED : ExitCode.OK;
    }

    private AuditSummary ofExperiment(Screen screen, Interrupt.Work work) throws IOException {
        Experiment chosen = Experiments.find(experiment.isEmpty() ? "quick" : experiment);
        PreparedExperiment prepared = places.prepare(chosen, BuildInfo.commandLine(spec), screen, work);
        try (BarProgress bar = BarProgress.named("Auditing", screen)) {
            return AuditSummary.ofExperiment(prepared, protocols, results.of(chosen.id()), bar, work);
        }
    }

    private AuditSummary ofDataset(Screen screen, Interrupt.Work work) throws IOException {
        Catalogue catalogue = places.catalogue();
        KnownDataset<?> known = catalogue.dataset(dataset);
        known.check(settings);
        protocols.forEach(Protocols::of);
        Beats beats;
        Provenance provenance;
        try (BarProgress bar = BarProgress.named("Loading " + dataset, screen)) {
            DatasetContext context = new DatasetContext(places.folders().data(), bar, work);
            beats = known.load(settings, context);
            provenance = known.provenance(settings, context);
        }
        if (beats.isEmpty()) {
            throw known.withoutBeats(provenance);
        }
        ProvenanceText.warnings(provenance).forEach(spec.commandLine().getErr()::println);
        try (BarProgress bar = BarProgress.named("Auditing", screen)) {
            return AuditSummary.ofDataset(
                    catalogue,
                    places.folders(),
                    known,
                    settings,
                    beats,
                    provenance,
                    protocols,
                    seed == null ? 1 : seed,
                    bar,
                    work);
        }
    }

    private static void print(AuditSummary audited, PrintWriter out, Screen screen) {
        out.println(audited.title());
        for (ProtocolAudit audit : audited.protocols()) {
            out.println();
            out.println(AuditText.line(audit) + (audit.accepted() ? " (leaks accepted)" : ""));
            AuditText.checks(audit).forEach(out::println);
        }
        if (!audited.doNotFit().isEmpty()) {
            out.println();
            audited.doNotFit().forEach((protocol, why) -> out.println(protocol + " does not fit: " + why));
        }
        out.println();
        out.println(screen.paint(ink(audited.verdict()), String.valueOf(audited.verdict())));
    }

    private static Ink ink(AuditVerdict verdict) {
        return switch (verdict) {
            case PASS -> Ink.GOOD;
            case WARN -> Ink.WARNING;
            case FAIL -> Ink.BAD;
        };
    }
}

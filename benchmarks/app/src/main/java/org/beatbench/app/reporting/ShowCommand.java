package org.beatbench.app.reporting;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;
import org.beatbench.app.options.KnownIds;
import org.beatbench.app.options.StoredResults;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.audit.AuditFile;
import org.beatbench.comparison.Comparison;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench show}: the ranking of a report, in the terminal. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows who reached what in an experiment: macro-F1 and accuracy with 95 %% intervals, sensitivities (Se) and costs.",
            "",
            "A table for each protocol, the strictest first; canaries, the yardsticks, stand in brackets. What is not"
                    + " complete is left out and named. The report (${ROOT-COMMAND-NAME} report) says far more."
        })
public final class ShowCommand implements Callable<Integer> {

    /** What a program reads. */
    private record Shown(String experiment, String title, List<Ranking> protocols) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--protocol",
            split = ",",
            paramLabel = "PROTOCOL",
            completionCandidates = KnownIds.ProtocolIds.class,
            description = "Show these protocols only. Default: all that have a result.")
    private List<String> protocols = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private StoredResults results = new StoredResults();

    @Override
    public Integer call() throws IOException {
        FolderStore store = FolderStore.existing(results.folder());
        Plan plan = store.plan();
        Comparison comparison = Comparison.of(plan, store.allRead(plan), AuditFile.read(store));
        if (!comparison.isAnythingComplete()) {
            throw new UserError(
                    "no classifier has completed a protocol in " + plan.experiment(),
                    "run the experiment to its end: beatbench run");
        }
        List<Ranking> rankings = chosen(comparison).stream()
                .map(protocol -> Ranking.of(comparison, protocol))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(new Shown(plan.experiment(), plan.title(), rankings)));
        } else {
            print(plan, rankings, out);
        }
        return ExitCode.OK;
    }

    private List<Protocol> chosen(Comparison comparison) {
        List<Protocol> known = new ArrayList<>(comparison.protocols());
        Collections.reverse(known);
        List<String> ids = known.stream().map(Protocol::id).toList();
        List<String> wanted = protocols.stream().map(Protocols::current).toList();
        for (String protocol : wanted) {
            if (!ids.contains(protocol)) {
                throw DidYouMean.unknown("protocol with a result", protocol, ids);
            }
        }
        return known.stream()
                .filter(protocol -> wanted.isEmpty() || wanted.contains(protocol.id()))
                .toList();
    }

    private void print(Plan plan, List<Ranking> rankings, PrintWriter out) {
        Screen screen = Screen.of(spec);
        RankingText text = new RankingText(screen.width());
        out.println(screen.paint(Ink.HEADING, plan.title())
                + (plan.dataset().synthetic() ? screen.paint(Ink.WARNING, " SYNTHETIC DATA") : ""));
        for (Ranking ranking : rankings) {
            out.println();
            List<String> lines = text.table(ranking).text().lines().toList();
            out.println(screen.paint(Ink.HEADING, lines.get(0)));
            lines.subList(1, lines.size())
                    .forEach(line -> out.println(isOfCanary(line) ? screen.paint(Ink.FAINT, line) : line));
            text.lines(ranking.basis()).forEach(out::println);
            if (!ranking.incomplete().isEmpty()) {
                text.lines("Not complete, so left out: " + String.join(", ", ranking.incomplete()))
                        .forEach(out::println);
            }
        }
        out.println();
        out.println("More: " + BuildInfo.program() + " report " + plan.experiment() + " --open");
    }

    private static boolean isOfCanary(String line) {
        return line.strip().startsWith("(");
    }
}

package org.beatbench.app.catalogue;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.beatbench.api.DidYouMean;
import org.beatbench.app.options.DataFolder;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Screen;
import org.beatbench.data.fetch.Fetch;
import org.beatbench.data.fetch.FetchResult;
import org.beatbench.data.fetch.FetchSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench fetch}: the one command that uses the network. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads a public data set and verifies every file. A download that was cut off goes on where it was.",
            "",
            "This is the only command that uses the network."
        })
public final class FetchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DATASET", description = "The data set: mitdb.")
    private String dataset = "";

    @Option(names = "--from", paramLabel = "URL", description = "Another server with the same files, such as a mirror.")
    private @Nullable URI mirror;

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        FetchSource source = source();
        out.println(source.name() + ", " + source.size() + ", from " + source.url());
        out.println("Licence: " + source.licence());
        out.println("Cite:    " + source.citation());
        out.flush();
        FetchResult result;
        Screen screen = Screen.of(spec);
        screen.interrupt()
                .willSay(() -> "Stopped. Files that are whole are kept; to go on: " + BuildInfo.commandLine(spec));
        try (Interrupt.Work work = screen.interrupt().work();
                BarProgress bar = BarProgress.named("Fetching", screen)) {
            result = new Fetch(source).into(data.path(), bar, work);
        }
        out.println(result.fetched() + " files fetched, " + result.kept() + " were there already, all verified: "
                + result.folder());
        return ExitCode.OK;
    }

    private FetchSource source() {
        List<String> known = FetchSource.ALL.stream().map(FetchSource::id).toList();
        FetchSource source = FetchSource.ALL.stream()
                .filter(one -> one.id().equals(dataset))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown("data set to fetch", dataset, known));
        return mirror == null ? source : source.at(mirror);
    }
}

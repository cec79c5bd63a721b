package org.beatbench.app.catalogue;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.beatbench.app.experiments.Experiments;
import org.beatbench.app.options.FolderOptions;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Json;
import org.beatbench.calibration.Calibration;
import org.beatbench.canaries.Canaries;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.protocol.Protocols;
import org.beatbench.resampling.Resampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench list}: what there is. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists classifiers, data sets, protocols, resamplings, calibrations and experiments, plug-ins included.")
public final class ListCommand implements Callable<Integer> {

    private record Item(String id, String name, String summary, String origin) {}

    private record Listing(
            List<Item> classifiers,
            List<Item> canaries,
            List<Item> datasets,
            List<Item> protocols,
            List<Item> resamplings,
            List<Item> calibrations,
            List<String> experiments,
            List<String> problems) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private FolderOptions places = new FolderOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Listing listing = listing(places.catalogue());
        if (json) {
            out.println(Json.text(listing));
            return ExitCode.OK;
        }
        print(out, "Classifiers", listing.classifiers());
        print(out, "Canaries, measured in every experiment as yardsticks", listing.canaries());
        print(out, "Data sets", listing.datasets());
        print(out, "Protocols, from the most to the least flattering", listing.protocols());
        print(out, "Resamplings of the training beats", listing.resamplings());
        print(out, "Calibrations of the probabilities", listing.calibrations());
        out.println("Experiments\n  " + String.join(", ", listing.experiments()));
        out.println();
        out.println("More on any of them: " + BuildInfo.program() + " describe ID");
        return ExitCode.OK;
    }

    private static Listing listing(Catalogue catalogue) {
        return new Listing(
                classifiers(catalogue, one -> !Canaries.include(one.info().id())),
                classifiers(catalogue, one -> Canaries.include(one.info().id())),
                catalogue.datasets().stream()
                        .map(one -> new Item(
                                one.info().id(), one.info().name(), one.info().summary(), one.origin()))
                        .toList(),
                Protocols.all().stream()
                        .map(one -> new Item(one.id(), one.title(), one.title(), "built-in"))
                        .toList(),
                List.of(Resampling.values()).stream()
                        .map(one -> new Item(one.id(), one.title(), one.title(), "built-in"))
                        .toList(),
                List.of(Calibration.values()).stream()
                        .map(one -> new Item(one.id(), one.title(), one.title(), "built-in"))
                        .toList(),
                Experiments.SHIPPED,
                catalogue.problems());
    }

    private static List<Item> classifiers(Catalogue catalogue, Predicate<KnownClassifier<?>> wanted) {
        return catalogue.classifiers().stream()
                .filter(wanted)
                .map(one ->
                        new Item(one.info().id(), one.info().name(), one.info().summary(), one.origin()))
                .toList();
    }

    private static void print(PrintWriter out, String heading, List<Item> items) {
        out.println(heading);
        int width = items.stream().mapToInt(item -> item.id().length()).max().orElse(0);
        for (Item item : items) {
            String origin = item.origin().equals("built-in") ? "" : " [" + item.origin() + "]";
            out.println("  " + item.id() + " ".repeat(width - item.id().length()) + "  " + item.summary() + origin);
        }
        out.println();
    }
}

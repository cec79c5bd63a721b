package org.beatbench.app.catalogue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.settings.Setting;
import org.beatbench.app.models.CardText;
import org.beatbench.app.options.FolderOptions;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Json;
import org.beatbench.calibration.Calibration;
import org.beatbench.canaries.Canaries;
import org.beatbench.models.ModelCard;
import org.beatbench.models.ModelFolder;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.resampling.Resampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code beatbench describe}: one classifier, data set, protocol, resampling or calibration, with its settings; or one saved
 * model.
 */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description =
                "Describes a classifier, data set, protocol, resampling or calibration: what it does, and every setting. "
                        + "Or a saved model: what it learned from, and how well it did.")
public final class DescribeCommand implements Callable<Integer> {

    /** What there is to say about something. */
    private record Description(
            String id, String kind, String name, String text, Map<String, String> facts, List<Setting> settings) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ID",
            description = "An id from ${ROOT-COMMAND-NAME} list, or the folder of a saved model.")
    private String id = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private FolderOptions places = new FolderOptions();

    @Override
    public Integer call() throws IOException {
        List<Description> all = all(places.catalogue());
        Predicate<Description> wanted = one -> one.id().equalsIgnoreCase(id);
        List<Description> found = all.stream().filter(wanted).toList();
        if (found.isEmpty() && isPlace(id)) {
            try (ModelFolder model = ModelFolder.open(Path.of(id))) {
                print(model.card());
            }
            return ExitCode.OK;
        }
        if (found.isEmpty()) {
            throw DidYouMean.unknown("id", id, all.stream().map(Description::id).toList());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(found.size() == 1 ? found.get(0) : found));
        } else {
            found.forEach(one -> print(one, out));
        }
        return ExitCode.OK;
    }

    /** Whether something can only be meant as a folder, or is one. */
    private static boolean isPlace(String name) {
        Path path = Path.of(name);
        return path.getNameCount() > 1 || path.isAbsolute() || Files.isDirectory(path) || Files.isRegularFile(path);
    }

    private void print(ModelCard card) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(card));
        } else {
            new CardText(out).print(card);
        }
    }

    private static List<Description> all(Catalogue catalogue) {
        List<Description> all = new ArrayList<>();
        catalogue.classifiers().forEach(one -> all.add(of(one)));
        catalogue.datasets().forEach(one -> all.add(of(one)));
        Protocols.all().forEach(one -> all.add(of(one)));
        for (Resampling one : Resampling.values()) {
            all.add(new Description(one.id(), "resampling", one.title(), one.explanation(), Map.of(), List.of()));
        }
        for (Calibration one : Calibration.values()) {
            all.add(new Description(one.id(), "calibration", one.title(), one.explanation(), Map.of(), List.of()));
        }
        return all;
    }

    private static Description of(KnownClassifier<?> one) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("version", one.info().version());
        facts.put("origin", one.origin());
        facts.put("validation", one.info().usesValidation() ? "chooses by it" : "joins it to the training beats");
        if (!one.info().cancellable()) {
            facts.put("cancellation", "its fit cannot be stopped, only its process ended");
        }
        one.info().libraries().forEach((name, version) -> facts.put("library " + name, version));
        one.knownFailures().forEach((check, reason) -> facts.put("known failure of " + check, reason));
        return new Description(
                one.info().id(),
                Canaries.include(one.info().id()) ? "canary" : "classifier",
                one.info().name(),
                one.info().summary(),
                facts,
                one.schema().settings());
    }

    private static Description of(KnownDataset<?> one) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("version", one.info().version());
        facts.put("origin", one.origin());
        one.knownFailures().forEach((check, reason) -> facts.put("known failure of " + check, reason));
        if (!one.info().licence().isEmpty()) {
            facts.put("licence", one.info().licence());
        }
        if (!one.info().citation().isEmpty()) {
            facts.put("cite", one.info().citation());
        }
        return new Description(
                one.info().id(),
                one.info().synthetic() ? "synthetic data set" : "data set",
                one.info().name(),
                one.info().summary(),
                facts,
                one.schema().settings());
    }

    private static Description of(Protocol one) {
        Map<String, String> facts = Map.of(
                "unit", one.bySubject() ? "subject" : "beat",
                "leaks", one.leaks() ? "yes, on purpose" : "no");
        return new Description(one.id(), "protocol", one.title(), one.explanation(), facts, List.of());
    }

    private static void print(Description one, PrintWriter out) {
        out.println(one.id() + " (" + one.kind() + "): " + one.name());
        out.println(one.text());
        one.facts().forEach((name, value) -> out.println("  " + name + ": " + value));
        if (!one.settings().isEmpty()) {
            out.println("Settings");
            one.settings().forEach(setting -> print(setting, out));
        }
        out.println();
    }

    private static void print(Setting setting, PrintWriter out) {
        String legal = setting.choices().isEmpty()
                ? setting.kind() + (setting.range().isEmpty() ? "" : ", " + setting.range())
                : String.join(" | ", setting.choices());
        String value = setting.defaultValue().isEmpty() ? "empty" : setting.defaultValue();
        out.println("  " + setting.name() + " = " + value + "  (" + legal + ")");
        out.println("      " + setting.text());
    }
}

package org.beatbench.app.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Json;
import org.beatbench.models.ModelCard;
import org.beatbench.models.ModelFolder;
import org.beatbench.models.ModelReplay;
import org.beatbench.onnx.OnnxModel;
import org.beatbench.plugins.KnownClassifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench model check}: whether a saved model is what it was. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a saved model: whether each of its files is what was saved, and whether it answers here what it answered then to 20 "
                    + "made-up beats that are saved with it; if it holds an ONNX graph, with ONNX Runtime too.",
            "",
            "So a file that was changed is noticed, and a machine, Java or library on which the model computes otherwise. Exit code 2 if "
                    + "it is not what was saved, 5 if it answers otherwise: another class, or a probability that differs by more than 0.0001."
        })
public final class CheckModelCommand implements Callable<Integer> {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Report(
            String model,
            boolean same,
            List<String> warnings,
            ModelReplay replay,
            @Nullable ModelReplay onnx) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "Saved model, a folder or a zip.")
    private Path model = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    @Override
    public Integer call() throws IOException {
        try (ModelFolder folder = ModelFolder.open(model)) {
            return check(folder);
        }
    }

    private int check(ModelFolder folder) throws IOException {
        KnownClassifier<?> classifier = folder.classifier(plugins.catalogue());
        ModelReplay replay = folder.replay(classifier, folder.card().training().threads());
        ModelReplay onnx = onnx(folder);
        boolean same = replay.isSame() && (onnx == null || onnx.isSame());
        List<String> warnings = folder.warnings(classifier);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(new Report(model.toString(), same, warnings, replay, onnx)));
        } else {
            warnings.forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
            print(out, folder.card(), replay, onnx);
        }
        return same ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    /** What ONNX Runtime answers now, if there is a graph for it. */
    private static @Nullable ModelReplay onnx(ModelFolder folder) throws IOException {
        Optional<Path> twin = folder.twin();
        if (twin.isEmpty()) {
            return null;
        }
        try (OnnxModel graph = OnnxModel.open(
                twin.get(), folder.card().beats(), folder.card().training().threads())) {
            return folder.replay(graph);
        }
    }

    private void print(PrintWriter out, ModelCard card, ModelReplay replay, @Nullable ModelReplay onnx) {
        out.printf(
                Locale.ROOT,
                "%s: %s (%s %s), each file as it was saved%n",
                model,
                card.name(),
                card.classifier().id(),
                card.classifier().version());
        print(out, replay, "");
        if (onnx != null) {
            print(out, onnx, " from ONNX Runtime");
        }
    }

    private static void print(PrintWriter out, ModelReplay replay, String by) {
        out.printf(
                Locale.ROOT,
                "%s: %d of %d made-up beats get%s the class they got then; greatest difference of a probability %.1e%n",
                replay.isSame() ? "SAME" : "DIFFERENT",
                replay.beats() - replay.otherClasses(),
                replay.beats(),
                by,
                replay.greatestDifference());
    }
}

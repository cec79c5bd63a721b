package org.beatbench.app.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Json;
import org.beatbench.models.ModelCard;
import org.beatbench.models.ModelFolder;
import org.beatbench.models.ModelReplay;
import org.beatbench.plugins.KnownClassifier;
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
                    + "made-up beats that are saved with it.",
            "",
            "So a file that was changed is noticed, and a machine, Java or library on which the model computes otherwise. Exit code 2 if "
                    + "it is not what was saved, 5 if it answers otherwise: another class, or a probability that differs by more than 0.0001."
        })
public final class CheckModelCommand implements Callable<Integer> {

    private record Report(String model, boolean same, List<String> warnings, ModelReplay replay) {}

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
        List<String> warnings = folder.warnings(classifier);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(new Report(model.toString(), replay.isSame(), warnings, replay)));
        } else {
            warnings.forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
            print(out, folder.card(), replay);
        }
        return replay.isSame() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private void print(PrintWriter out, ModelCard card, ModelReplay replay) {
        out.printf(
                Locale.ROOT,
                "%s: %s (%s %s), each file as it was saved%n",
                model,
                card.name(),
                card.classifier().id(),
                card.classifier().version());
        out.printf(
                Locale.ROOT,
                "%s: %d of %d made-up beats get the class they got then; greatest difference of a probability %.1e%n",
                replay.isSame() ? "SAME" : "DIFFERENT",
                replay.beats() - replay.otherClasses(),
                replay.beats(),
                replay.greatestDifference());
    }
}

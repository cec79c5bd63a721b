package org.beatbench.app.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.progress.StepProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Screen;
import org.beatbench.files.Aside;
import org.beatbench.models.ModelDraft;
import org.beatbench.models.ModelFolder;
import org.beatbench.models.OnnxTwin;
import org.beatbench.onnx.OnnxExport;
import org.beatbench.onnx.OnnxTwins;
import org.beatbench.plugins.KnownClassifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench export-onnx}: a saved model as a graph that other programs compute. */
@Command(
        name = "export-onnx",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a saved model as an ONNX graph, for other programs and devices; of cnn, resnet, lstm, gru, logistic-regression and "
                    + "decision-tree.",
            "",
            "Everything is in the graph: the preparation of features, where a beat ends, the softmax. It is asked a table of 32-bit floats, "
                    + "beats, one row each as for ${ROOT-COMMAND-NAME} predict, and answers one, probabilities. What a row is (rate, form, "
                    + "classes, lead) stands in the file's metadata, under names that begin with beatbench.",
            "",
            "Then ONNX Runtime and the model itself answer made-up beats, short and padded ones among them, and the greatest difference is "
                    + "told. If it is more than 0.00001, or any beat gets another class, nothing is written."
        })
public final class ExportOnnxCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "Saved model, a folder or a zip.")
    private @Nullable Path model;

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(
            names = "--opset",
            paramLabel = "NUMBER",
            description = "Version of ONNX's operators, " + OnnxExport.FIRST_OPSET + " to " + OnnxExport.LAST_OPSET
                    + ". Default: " + OnnxExport.USUAL_OPSET + ".")
    private int opset = OnnxExport.USUAL_OPSET;

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    /** Where to. */
    static final class Target {

        @Option(names = "--out", paramLabel = "FILE", description = "File to write, in place of one of that name.")
        private @Nullable Path out;

        @Option(
                names = "--into",
                paramLabel = "MODEL",
                description =
                        "Put the graph into this saved model, in place of one that is in it: predict --runtime onnx and model check use it.")
        private @Nullable Path into;
    }

    @Override
    public Integer call() throws IOException {
        if (target.into != null) {
            if (model != null) {
                throw new UserError(
                        "there are two models, " + model + " and " + target.into, "name the one with --into alone");
            }
            return into(target.into);
        }
        if (model == null) {
            throw new UserError(
                    "no model is named",
                    "for example: " + BuildInfo.program() + " export-onnx models/cnn --out cnn.onnx");
        }
        return to(model, Objects.requireNonNull(target.out));
    }

    private int to(Path saved, Path out) throws IOException {
        if (Files.exists(out) && !Files.isRegularFile(out)) {
            throw new UserError(out + " is no file", "name a file with --out");
        }
        Screen screen = Screen.of(spec);
        screen.interrupt().willSay(() -> "Stopped. " + out + " was not written.");
        OnnxTwin twin;
        try (ModelFolder folder = ModelFolder.open(saved);
                Interrupt.Work work = screen.interrupt().work();
                Aside aside = aside(out)) {
            work.orElse(aside::close);
            try (StepProgress steps = StepProgress.to(screen, spec.commandLine().getErr(), true);
                    TrainedModel loaded = load(folder, steps)) {
                steps.begin("Comparing");
                twin = new OnnxTwins(opset).write(loaded, folder.card(), aside.path());
            }
            aside.publish(out.toAbsolutePath());
        }
        tell(twin);
        spec.commandLine().getOut().println("Written to " + out);
        return ExitCode.OK;
    }

    private static Aside aside(Path out) throws IOException {
        Path folder = Objects.requireNonNull(out.toAbsolutePath().getParent());
        try {
            return Aside.file(folder);
        } catch (IOException e) {
            throw UserError.unwritable(out, e, "name a file in a folder that exists and may be written to");
        }
    }

    private int into(Path saved) throws IOException {
        Screen screen = Screen.of(spec);
        screen.interrupt().willSay(() -> "Stopped. " + saved + " is as it was.");
        OnnxTwin twin;
        try (ModelFolder folder = ModelFolder.open(saved);
                Interrupt.Work work = screen.interrupt().work();
                ModelDraft draft = ModelDraft.of(saved, true).with(new OnnxTwins(opset))) {
            work.orElse(draft::close);
            try (StepProgress steps = StepProgress.to(screen, spec.commandLine().getErr(), true);
                    TrainedModel loaded = load(folder, steps)) {
                steps.begin("Comparing");
                twin = Objects.requireNonNull(draft.save(folder, loaded).onnx());
            }
        }
        tell(twin);
        spec.commandLine().getOut().println("In " + saved + " now");
        return ExitCode.OK;
    }

    private TrainedModel load(ModelFolder folder, StepProgress steps) throws IOException {
        KnownClassifier<?> classifier = folder.classifier(plugins.catalogue());
        PrintWriter err = spec.commandLine().getErr();
        folder.warnings(classifier).forEach(warning -> err.println("warning: " + warning));
        steps.begin("Loading the model");
        return folder.load(classifier, folder.card().training().threads());
    }

    private void tell(OnnxTwin twin) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "SAME: %s gives %d made-up beats the class that the model gives; greatest difference of a probability %.1e%n",
                        twin.checkedWith(),
                        twin.beats(),
                        twin.greatestDifference());
    }
}

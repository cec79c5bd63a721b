package org.beatbench.plugins.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.Progress;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.settings.GivenSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Has a program of its own fit each model, which then answers for it. */
final class ProcessClassifier implements Classifier {

    /** Starts the program. */
    @FunctionalInterface
    interface Starter {

        Conversation start() throws IOException;
    }

    private final Starter starter;
    private final GivenSettings settings;

    ProcessClassifier(Starter starter, GivenSettings settings) {
        this.starter = starter;
        this.settings = settings;
    }

    @Override
    public TrainedModel fit(Beats training, FitContext context) {
        List<Path> files = new ArrayList<>();
        try {
            Conversation conversation = starter.start();
            try {
                ObjectNode request = Conversation.JSON.createObjectNode().put("verb", "fit");
                request.set("training", written(training, "training", context.scratch(), files));
                Beats validation = context.validation();
                if (validation.isEmpty()) {
                    request.putNull("validation");
                } else {
                    request.set("validation", written(validation, "validation", context.scratch(), files));
                }
                training.classes().forEach(request.putArray("classes")::add);
                request.set("form", form(training.form()));
                request.set("settings", Conversation.JSON.valueToTree(settings.values()));
                request.put("seed", context.seed())
                        .put("threads", context.threads())
                        .put("scratch", context.scratch().toAbsolutePath().toString());
                conversation.ask(request, message -> tell(message, context.progress()), context.cancellation());
                return new ProcessModel(conversation, training.classes().size());
            } catch (RuntimeException | IOException e) {
                conversation.close();
                throw e;
            } finally {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode written(Beats beats, String name, Path folder, List<Path> files) throws IOException {
        Path samples = folder.resolve(name + ".npy").toAbsolutePath();
        Path labels = folder.resolve(name + "-labels.npy").toAbsolutePath();
        files.add(samples);
        files.add(labels);
        Npy.write(samples, beats.samples());
        Npy.write(labels, beats.beats().stream().mapToInt(beat -> beat.label()).toArray());
        return Conversation.JSON
                .createObjectNode()
                .put("samples", samples.toString())
                .put("labels", labels.toString());
    }

    /** What the columns are: so many samples of each channel, one channel after the other, then the features. */
    static ObjectNode form(Form form) {
        ObjectNode told =
                Conversation.JSON.createObjectNode().put("id", form.id()).put("samples", form.samples());
        names(form.channels(), told.putArray("channels"));
        names(form.features(), told.putArray("features"));
        return told;
    }

    private static void names(List<Input> inputs, ArrayNode names) {
        inputs.forEach(input -> names.add(input.name()));
    }

    private static void tell(JsonNode message, Progress progress) {
        JsonNode step = message.path("progress");
        if (step.isObject()) {
            progress.advanced(
                    step.path("stage").asString("fit"),
                    step.path("done").asLong(0),
                    step.path("total").asLong(0));
            return;
        }
        JsonNode epoch = message.path("epoch");
        progress.epoch(new Epoch(
                epoch.path("number").asInt(0),
                epoch.path("planned").asInt(0),
                number(epoch, "training_loss"),
                number(epoch, "training_accuracy"),
                number(epoch, "validation_loss"),
                number(epoch, "validation_accuracy"),
                number(epoch, "validation_macro_f1"),
                number(epoch, "learning_rate"),
                number(epoch, "beats_per_second"),
                Duration.ofNanos((long) (epoch.path("seconds").asDouble(0) * 1e9))));
    }

    /** What was not measured is left out, and NaN here. */
    private static double number(JsonNode epoch, String name) {
        return epoch.path(name).asDouble(Double.NaN);
    }
}

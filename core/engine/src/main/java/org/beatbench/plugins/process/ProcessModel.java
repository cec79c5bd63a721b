package org.beatbench.plugins.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.beatbench.files.FolderTree;
import tools.jackson.databind.node.ObjectNode;

/** A model that a program holds, which answers one question after the other. */
final class ProcessModel implements TrainedModel {

    private final Conversation conversation;
    private final int classes;
    private final Path exchange;

    /**
     * @param conversation with a program that has a model; closed with this
     */
    ProcessModel(Conversation conversation, int classes) throws IOException {
        this.conversation = conversation;
        this.classes = classes;
        this.exchange = Files.createTempDirectory("beatbench-process-");
    }

    /** Has a program read a model that it saved. */
    static ProcessModel load(Conversation conversation, Path saved, LoadContext context) throws IOException {
        try {
            ObjectNode request = Conversation.JSON
                    .createObjectNode()
                    .put("verb", "load")
                    .put("folder", saved.toAbsolutePath().toString())
                    .put("threads", context.threads());
            context.classes().forEach(request.putArray("classes")::add);
            request.set("form", ProcessClassifier.form(context.form()));
            conversation.ask(request, message -> {}, Cancellation.NEVER);
            return new ProcessModel(conversation, context.classes().size());
        } catch (ProcessFailure e) {
            conversation.close();
            throw new IOException("it does not read what is saved there: " + e.getMessage(), e);
        } catch (RuntimeException | IOException e) {
            conversation.close();
            throw e;
        }
    }

    @Override
    public synchronized Predictions predict(Beats beats) {
        Path samples = exchange.resolve("samples.npy");
        Path answers = exchange.resolve("answers.npy");
        try {
            Npy.write(samples, beats.samples());
            ask(request("predict").put("samples", samples.toString()).put("answers", answers.toString()));
            return Predictions.of(Npy.read(answers, beats.size(), classes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(samples);
            delete(answers);
        }
    }

    @Override
    public void save(Path folder) {
        ask(request("save").put("folder", folder.toAbsolutePath().toString()));
    }

    @Override
    public void close() {
        conversation.close();
        FolderTree.discard(exchange);
    }

    private void ask(ObjectNode request) {
        conversation.ask(request, message -> {}, Cancellation.NEVER);
    }

    private static ObjectNode request(String verb) {
        return Conversation.JSON.createObjectNode().put("verb", verb);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

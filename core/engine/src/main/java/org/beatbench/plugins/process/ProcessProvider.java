package org.beatbench.plugins.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.settings.GivenSettings;
import tools.jackson.databind.node.ObjectNode;

/** A classifier that is a program: what it is, it tells itself; each fitted model is one running program. */
public final class ProcessProvider implements ClassifierProvider<GivenSettings> {

    private final ProcessManifest manifest;
    private final Path folder;
    private final Manners manners;
    private final Description description;

    private ProcessProvider(ProcessManifest manifest, Path folder, Manners manners, Description description) {
        this.manifest = manifest;
        this.folder = folder;
        this.manners = manners;
        this.description = description;
    }

    /** Whether a folder has a program, whatever it is worth. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(ProcessManifest.FILE));
    }

    /**
     * The program of a folder, if that has a {@code plugin.yaml}. It is started to ask who it is.
     *
     * @throws org.beatbench.api.UserError if it cannot be started
     * @throws ProcessFailure if it does not keep the protocol
     */
    public static Optional<ProcessProvider> in(Path folder) throws IOException {
        Optional<ProcessManifest> manifest = ProcessManifest.in(folder);
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        Manners manners = new Manners();
        try (Conversation conversation = Conversation.start(manifest.get().command(), folder, manners)) {
            ObjectNode request = Conversation.JSON.createObjectNode().put("verb", "describe");
            Description description = Description.of(conversation.ask(request, message -> {}, Cancellation.NEVER));
            return Optional.of(new ProcessProvider(manifest.get(), folder, manners, description));
        }
    }

    /** How often the program so far had to be ended, because it went on with a cancelled fit or stayed after {@code bye}. */
    public int stayed() {
        return manners.stayed.get();
    }

    /** How often it ended so far, and left something running that it had started. */
    public int leftProcesses() {
        return manners.leftProcesses.get();
    }

    @Override
    public ClassifierInfo info() {
        return description.info();
    }

    @Override
    public GivenSettings defaults() {
        return description.settings();
    }

    @Override
    public Classifier create(GivenSettings settings) {
        return new ProcessClassifier(this::start, settings);
    }

    @Override
    public TrainedModel load(Path saved, LoadContext context) throws IOException {
        return ProcessModel.load(start(), saved, context);
    }

    private Conversation start() throws IOException {
        return Conversation.start(manifest.command(), folder, manners);
    }
}

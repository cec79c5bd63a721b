package org.beatbench.app.serving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.TrainedModel;
import org.beatbench.app.models.RecordingFiles;
import org.beatbench.app.options.ThreadCount;
import org.beatbench.models.ModelFolder;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.server.ServedModel;
import org.jspecify.annotations.Nullable;

/** Models that are loaded, until they are closed together. */
final class OpenModels implements AutoCloseable {

    private final List<ServedModel> models = new ArrayList<>();
    private final Map<String, RecordingFiles> recordings = new HashMap<>();
    private final Deque<Runnable> closing = new ArrayDeque<>();

    /**
     * Loads one more.
     *
     * @param threads that it may answer with; null for as many as it learned with
     * @return what is to be borne in mind with it, a line each
     */
    List<String> open(String name, Path path, Catalogue catalogue, @Nullable Integer threads) throws IOException {
        ModelFolder folder = ModelFolder.open(path);
        closing.push(folder::close);
        KnownClassifier<?> classifier = folder.classifier(catalogue);
        int used = ThreadCount.of(threads, folder.card().training().threads());
        TrainedModel model = folder.load(classifier, used);
        closing.push(model::close);
        models.add(new ServedModel(name, folder.card(), model));
        recordings.put(name, new RecordingFiles(folder.card(), model, folder.examples(), used));
        return folder.warnings(classifier);
    }

    List<ServedModel> models() {
        return List.copyOf(models);
    }

    /** What each makes of recordings, by its name. */
    ServedRecordings recordings() {
        return new ServedRecordings(recordings);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        closing.clear();
    }
}

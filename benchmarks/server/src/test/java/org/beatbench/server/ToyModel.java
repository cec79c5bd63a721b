package org.beatbench.server;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.models.BeatForm;
import org.beatbench.models.ModelCard;
import org.beatbench.models.TrainedOn;
import org.beatbench.results.Environment;

/** A model that answers each class with its share of the first three numbers, and can be held back meanwhile. */
public final class ToyModel implements TrainedModel {

    public static final List<String> CLASSES = List.of("N", "S", "V");
    public static final int WIDTH = 6;

    /** A first number by which it fails. */
    public static final float POISON = 0.125F;

    private final Queue<Integer> batches = new ConcurrentLinkedQueue<>();
    private final Semaphore allowed = new Semaphore(Integer.MAX_VALUE);
    private volatile CountDownLatch asked = new CountDownLatch(0);

    public static ModelCard card() {
        return new ModelCard(
                "Toy",
                new ClassifierUse("toy", "1", Map.of(), Map.of(), "built-in"),
                new BeatForm(WIDTH, null, CLASSES, 120.0, true, null, List.of("They are made up.")),
                new TrainedOn(
                        new DatasetUse("toy", "1", Map.of(), "0123456789abcdef"),
                        "Toy beats",
                        true,
                        "",
                        "",
                        "All beats were learned from.",
                        List.of(60, 40, 30),
                        "none",
                        List.of(60, 40, 30),
                        1,
                        1,
                        "beatbench train toy"),
                List.of(),
                new Environment(
                        "0.1.0", "c0ffee", "Java 17", "Linux", "a processor", 2, 1L << 33, Environment.SHARED_PROCESS),
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    public ServedModel served(String name) {
        return new ServedModel(name, card(), this);
    }

    /** Answers nothing from now on; the first question is told by {@link #awaitQuestion}. */
    public void hold() {
        asked = new CountDownLatch(1);
        allowed.drainPermits();
    }

    public void awaitQuestion() throws InterruptedException {
        asked.await();
    }

    public void release() {
        allowed.release(1_000_000);
    }

    /** Beats of each batch so far. */
    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    @Override
    public Predictions predict(Beats beats) {
        asked.countDown();
        allowed.acquireUninterruptibly();
        batches.add(beats.size());
        float[] shares = new float[beats.size() * CLASSES.size()];
        for (int row = 0; row < beats.size(); row++) {
            if (beats.samples().at(row, 0) == POISON) {
                throw new IllegalStateException("poisoned");
            }
            float sum = 0;
            for (int label = 0; label < CLASSES.size(); label++) {
                sum += beats.samples().at(row, label) + 1e-3F;
            }
            for (int label = 0; label < CLASSES.size(); label++) {
                shares[row * CLASSES.size() + label] = (beats.samples().at(row, label) + 1e-3F) / sum;
            }
        }
        return Predictions.of(Rows.of(shares, CLASSES.size()));
    }

    @Override
    public void save(Path folder) {
        throw new UnsupportedOperationException();
    }
}

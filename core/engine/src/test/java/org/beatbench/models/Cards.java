package org.beatbench.models;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.results.Environment;

/** A model card to be changed, of the tiny classifier of the tests. */
final class Cards {

    static final List<String> CLASSES = List.of("A", "B");

    private Cards() {}

    static ClassifierUse use() {
        return new ClassifierUse("choosy-mean", "1", Map.of("sharper", "10.0"), Map.of("means", "1.0"), "built-in");
    }

    static ModelCard card(ClassifierUse use) {
        return new ModelCard(
                "Choosy mean",
                use,
                new BeatForm(2, null, CLASSES, 120.0, true, null, List.of("They are made up.")),
                new TrainedOn(
                        new DatasetUse("toy", "1", Map.of("beats", "300"), "0123456789abcdef"),
                        "Toy beats",
                        true,
                        "beats/1",
                        "whole",
                        "Some beats were learned from.",
                        List.of(60, 40),
                        "over",
                        List.of(60, 60),
                        1,
                        2,
                        "beatbench train choosy-mean"),
                List.of(PartScore.of("test", ConfusionMatrix.of(CLASSES, 5, 1, 0, 4), "")),
                new Environment(
                        "0.1.0", "c0ffee", "Java 17", "Linux", "a processor", 2, 1L << 33, Environment.SHARED_PROCESS),
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}

package org.beatbench.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.beatbench.api.TrainedModel;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.files.Aside;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;

/** What the program has to work with: its native code, plug-ins and data. */
final class ContentChecks {

    /** The cheapest network, in as few beats and epochs as there can be. */
    private static final String NETWORK = "cnn";

    private static final Map<String, String> ONE_EPOCH = Map.of("epochs", "1");
    private static final Map<String, String> FEW_BEATS = Map.of("subjects", "5", "beats", "50");

    /** The folders that data sets look for, by their ids. */
    private static final List<String> FOLDERS = List.of("mitdb", "kaggle", "ucr", "wfdb", "edf", "signal-csv");

    private ContentChecks() {}

    /** Trains a network and has it answer: loads the native code, and shows that it computes. */
    static Finding networks(Catalogue catalogue) throws IOException {
        long begun = System.nanoTime();
        KnownClassifier<?> network = catalogue.classifier(NETWORK);
        try (Aside scratch = Aside.temporary()) {
            Beats beats = catalogue
                    .dataset("synthetic")
                    .load(FEW_BEATS, new DatasetContext(scratch.path(), Progress.NONE, Cancellation.NEVER));
            FitContext context = new FitContext(beats, 1, 1, scratch.path(), Progress.NONE, Cancellation.NEVER);
            try (TrainedModel model = network.create(ONE_EPOCH).fit(beats, context)) {
                model.predict(beats.sealed());
            }
            return Finding.ok(
                    "Networks",
                    "their native code loads and learns ("
                            + network.info().libraries().entrySet().stream()
                                    .map(library -> library.getKey() + " " + library.getValue())
                                    .collect(Collectors.joining(", "))
                            + "), in " + MachineChecks.seconds(System.nanoTime() - begun));
        } catch (LinkageError | RuntimeException e) {
            return Finding.broken(
                    "Networks",
                    "they cannot be trained here: " + e,
                    "the native code needs 64 bits and Linux, macOS or Windows of the distribution's platform; without it,"
                            + " run classical");
        }
    }

    /** What plug-ins there are, and which cannot be used. */
    static List<Finding> plugins(Catalogue catalogue, Path folder) {
        List<Finding> findings = new ArrayList<>();
        List<String> added = Stream.concat(
                        catalogue.classifiers().stream()
                                .filter(one -> !one.origin().equals("built-in"))
                                .map(one -> one.info().id()),
                        catalogue.datasets().stream()
                                .filter(one -> !one.origin().equals("built-in"))
                                .map(one -> one.info().id()))
                .toList();
        findings.add(Finding.ok(
                "Plug-ins",
                (added.isEmpty() ? "none" : String.join(", ", added)) + " in " + folder
                        + (Files.isDirectory(folder) ? "" : ", which does not exist")));
        catalogue
                .problems()
                .forEach(problem -> findings.add(Finding.warning(
                        "Plug-ins", problem, "take its folder away, or build it anew against this version")));
        return findings;
    }

    /** Which folders of data there are. None is needed: synthetic beats are always at hand. */
    static List<Finding> data(Path folder) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (String id : FOLDERS) {
            Path own = folder.resolve(id);
            if (Files.isDirectory(own)) {
                try (Stream<Path> children = Files.list(own)) {
                    findings.add(Finding.ok(
                            "Data", id + ": " + Phrases.counted(children.count(), "file", "files") + " in " + own));
                }
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.warning(
                        "Data",
                        "only synthetic beats: there is nothing in " + folder,
                        "for real ones: beatbench fetch mitdb, or name your folder with --data or BEATBENCH_DATA"))
                : findings;
    }
}

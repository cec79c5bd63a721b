package org.beatbench.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Epoch;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Entry;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.InquiryUse;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.NamedSettings;
import org.beatbench.experiment.Trial;
import org.beatbench.plugins.Catalogue;

/** Experiments on toy beats. */
public final class Toys {

    public static final Path NOWHERE = Path.of("target", "nowhere");
    public static final Catalogue CATALOGUE = Catalogue.open(Toys.class.getClassLoader(), NOWHERE);
    public static final Beats BEATS = ToyDatasetProvider.beats(300);
    public static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 256, 1);

    private Toys() {}

    /** The epochs that the toy classifier tells of. */
    static List<Epoch> epochs(int all) {
        return IntStream.rangeClosed(1, all)
                .mapToObj(number -> NearestMeanProvider.epoch(number, all))
                .toList();
    }

    public static Experiment experiment(List<String> protocols, Entry... entries) {
        return experiment("toy", 0, protocols, entries);
    }

    /** An experiment that asks for the robustness of its classifiers. */
    public static Experiment robustness(int beats, Entry... entries) {
        return experiment("toy", beats, List.of("beats"), entries);
    }

    static Experiment experiment(String dataset, int robustness, List<String> protocols, Entry... entries) {
        return new Experiment(
                "toys",
                "Toys",
                new NamedSettings(dataset, Map.of()),
                List.of(),
                protocols,
                List.of(entries),
                List.of(1L),
                LIMITS,
                false,
                "",
                Map.of("robustness", new InquiryUse(robustness, List.of())));
    }

    /** A runner inside this program. */
    public static InProcessRunner runner() {
        return new InProcessRunner(trialBeats(BEATS), CATALOGUE, new RunFolders(NOWHERE, NOWHERE));
    }

    /** Beats as all toy trials use them. */
    public static TrialBeats trialBeats(Beats beats) {
        DatasetUse use = CATALOGUE.dataset("toy").use(Map.of(), beats);
        return TrialBeats.of(CATALOGUE, new RunFolders(NOWHERE, NOWHERE), use, beats);
    }

    public static Entry entry(String label, Map<String, Object> settings) {
        return new Entry(label, new NamedSettings("nearest-mean", settings), "none");
    }

    public static List<Trial> trials(Experiment experiment) {
        return new Planner(experiment, CATALOGUE)
                .trials(
                        BEATS,
                        List.of(CATALOGUE
                                .dataset("toy")
                                .use(experiment.dataset().settings(), BEATS)));
    }

    /** The one trial of a classifier that behaves like this. */
    static Trial trial(NearestMeanProvider.Behaviour behaviour) {
        return trial(behaviour, 0);
    }

    /** The one trial of a classifier that tells of some epochs and then behaves like this. */
    static Trial trial(NearestMeanProvider.Behaviour behaviour, int epochs) {
        return trials(experiment(
                        List.of("beats"),
                        entry(
                                "toy",
                                Map.of(
                                        "behaviour",
                                        behaviour
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'),
                                        "epochs",
                                        epochs))))
                .get(0);
    }
}

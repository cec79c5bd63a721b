package org.beatbench.reports.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.Report;
import org.beatbench.reports.comparison.StressRuns.Oddity;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.saliency.Probe;
import org.beatbench.saliency.SaliencyInquiry;

/** Reports that show single beats: the data are at hand, and every classifier was asked what it looks at. */
public final class BeatRuns {

    /** That of the rows most of the literature is about. */
    private static final int LENGTH = 187;

    /** Test beats of each class in which stretches were hidden. */
    private static final int ASKED = 4;

    private static final long SEED = 1;

    private final StressRuns stress;
    private final Set<Oddity> oddities;
    private final Beats beats;
    private final Protocol protocol;

    private BeatRuns(int classes, Set<Oddity> oddities) {
        this.stress = new StressRuns(classes, oddities);
        this.oddities = oddities;
        this.beats = beats();
        this.protocol = Protocols.of(stress.knowsSubjects() ? "patients" : "beats");
    }

    /** The report of a comparison of that size under one protocol. */
    public static Report report(int classifiers, int classes, Set<Oddity> oddities) {
        return new BeatRuns(classes, oddities).report(classifiers);
    }

    private Report report(int classifiers) {
        List<RunRecord> runs = new ArrayList<>();
        for (int number = 0; number < classifiers; number++) {
            for (Split split : protocol.splits(beats, SEED)) {
                Trial trial = SampleRuns.trial(stress.name(number), protocol.id(), split.name(), SEED, Map.of());
                runs.add(run(SampleRuns.explained(trial, ASKED), split, new ByTemplate(number)));
            }
        }
        List<Trial> trials = runs.stream().map(RunRecord::trial).toList();
        List<Integer> counts = Arrays.stream(beats.classCounts()).boxed().toList();
        return ComparisonReport.of(
                Comparison.of(stress.plan(trials, counts), runs), DisclosedBeats.of(beats, Disclosure.BEATS));
    }

    private RunRecord run(Trial trial, Split split, TrainedModel model) {
        Outcome.Completed any =
                (Outcome.Completed) SampleRuns.completed(trial, 0.5).outcome();
        Answers test = Answers.of(
                beats, split.test(), model.predict(beats.select(split.test()).sealed()));
        return SampleRuns.run(
                trial,
                new Outcome.Completed(test.none(), test, any.costs())
                        .with(
                                SaliencyInquiry.INSTANCE,
                                new Probe(asked -> model.predict(asked.sealed()), Cancellation.NEVER)
                                        .of(beats, split.test(), ASKED, SEED)));
    }

    /** Beats that are more or less like another class too, of which the last third or less is padding. */
    private Beats beats() {
        List<String> classes = stress.classNames();
        SplittableRandom random = new SplittableRandom(SEED);
        Beats.Builder built = Beats.builder(classes, LENGTH);
        int row = 0;
        for (int label = 0; label < classes.size(); label++) {
            boolean alone = oddities.contains(Oddity.ONE_BEAT) && label == classes.size() - 1;
            for (int i = 0; i < (alone ? 1 : 60 + 240 / (label + 1)); i++) {
                int other = random.nextInt(classes.size());
                double share = 0.65 * random.nextDouble();
                int unpadded = LENGTH - random.nextInt(LENGTH / 3);
                float[] samples = new float[LENGTH];
                for (int sample = 0; sample < unpadded; sample++) {
                    samples[sample] = (float) ((1 - share) * shape(label, sample)
                            + share * shape(other, sample)
                            + 0.02 * random.nextDouble());
                }
                String subject = stress.subject(i + label);
                built.add(samples, new Beat(label, unpadded, Double.NaN, Double.NaN, subject, subject, row++, ""));
            }
        }
        return built.build();
    }

    /** Between 0 and 1, but for beats in millivolts. */
    private double shape(int label, int sample) {
        double wave = 0.45 + 0.4 * Math.sin(0.03 * (label + 1) * sample + label);
        return oddities.isEmpty() ? wave : 3 * wave - 1.2;
    }

    /** A model that knows what each class looks like, and finds beats of some classes less likely than those of others. */
    private final class ByTemplate implements TrainedModel {

        private final int number;

        private ByTemplate(int number) {
            this.number = number;
        }

        @Override
        public Predictions predict(Beats asked) {
            int classes = asked.classes().size();
            Rows.Builder probabilities = Rows.builder(classes);
            for (int row = 0; row < asked.size(); row++) {
                int beat = row;
                double[] weights = IntStream.range(0, classes)
                        .mapToDouble(
                                label -> Math.exp(-distance(asked, beat, label) * (18 + 2 * ((number + label) % 3))))
                        .toArray();
                double sum = Arrays.stream(weights).sum();
                float[] shares = new float[classes];
                for (int label = 0; label < classes; label++) {
                    shares[label] = (float) (weights[label] / sum);
                }
                probabilities.add(shares);
            }
            return Predictions.of(probabilities.build());
        }

        private double distance(Beats asked, int row, int label) {
            int length = asked.beat(row).unpaddedLength();
            double sum = 0;
            for (int sample = 0; sample < length; sample++) {
                sum += Math.pow(asked.samples().at(row, sample) - shape(label, sample), 2);
            }
            return Math.sqrt(sum / length);
        }

        @Override
        public void save(Path folder) {
            throw new UnsupportedOperationException("it was never fitted");
        }
    }
}

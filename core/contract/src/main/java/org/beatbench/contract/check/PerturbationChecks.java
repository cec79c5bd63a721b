package org.beatbench.contract.check;

import java.io.IOException;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.AddedNoise;
import org.beatbench.api.perturbation.ChangedGain;
import org.beatbench.api.perturbation.DisplacedMarks;
import org.beatbench.api.perturbation.InvertedLead;
import org.beatbench.api.perturbation.Noise;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;

/** What becomes of the beats of a data set when its recordings are disturbed. */
final class PerturbationChecks {

    private static final List<Perturbation> EACH = List.of(
            new AddedNoise(Noise.BASELINE_WANDER, 0),
            new AddedNoise(Noise.MAINS_HUM, 0),
            new AddedNoise(Noise.MUSCLE_NOISE, 0),
            new ChangedGain(0.25),
            new ChangedGain(4),
            new InvertedLead(),
            new DisplacedMarks(80));

    private static final Perturbation MUSCLES = new AddedNoise(Noise.MUSCLE_NOISE, 0);

    private static final String ADVICE = "disturb the recording and cut its beats as load does, nothing else";

    static final List<Check<DatasetSubject>> ALL = List.of(
            Check.error(
                    "disturbed-beats-stay-who-they-are",
                    "gives disturbed beats their class, subject and place, in the order asked",
                    ADVICE,
                    PerturbationChecks::stayWhoTheyAre),
            Check.error(
                    "disturbances-are-seen",
                    "changes the samples of disturbed beats, by each disturbance otherwise",
                    ADVICE,
                    PerturbationChecks::areSeen),
            Check.error(
                    "disturbs-the-more-the-stronger",
                    "changes more by a stronger disturbance",
                    ADVICE,
                    PerturbationChecks::growWithStrength),
            Check.error(
                    "leaves-alone-what-is-not-disturbed",
                    "gives its own beats where a disturbance is too weak to be seen",
                    ADVICE,
                    PerturbationChecks::cutsAsItLoads),
            Check.error(
                    "disturbs-the-same-for-the-same-seed",
                    "disturbs a beat the same way for the same seed, whoever else is asked about",
                    "derive chance from the seed and the recording, not from the order of questions",
                    PerturbationChecks::followTheSeed));

    private PerturbationChecks() {}

    /** A part of the beats from all over the data set, not in its order, one of them twice. */
    private static Beats chosen(DatasetSubject subject) throws IOException {
        Beats beats = subject.load();
        int step = Math.max(1, beats.size() / 40);
        Selection some = Selection.where(beats.size(), row -> row % step == 0);
        return beats.select(Selection.of(beats.size() - 1).and(some).and(Selection.of(0)));
    }

    private static void stayWhoTheyAre(DatasetSubject subject) throws IOException {
        Beats chosen = chosen(subject);
        for (Beats perturbed : perturbed(subject, chosen, EACH, 1)) {
            Expect.equal(perturbed.classes(), chosen.classes(), "classes");
            Expect.equal(perturbed.length(), chosen.length(), "length");
            Expect.equal(
                    perturbed.beats().stream().map(PerturbationChecks::identity).toList(),
                    chosen.beats().stream().map(PerturbationChecks::identity).toList(),
                    "who the beats are");
        }
    }

    private static Beat identity(Beat beat) {
        return beat.identity().withSymbol(beat.symbol());
    }

    private static void areSeen(DatasetSubject subject) throws IOException {
        Beats chosen = chosen(subject);
        List<Beats> perturbed = perturbed(subject, chosen, EACH, 1);
        for (int i = 0; i < EACH.size(); i++) {
            if (!(EACH.get(i) instanceof ChangedGain)) {
                String id = EACH.get(i).id();
                Expect.that(
                        !perturbed.get(i).samples().equals(chosen.samples()), "%s changes nothing that is seen", id);
                Beats next = perturbed.get((i + 1) % EACH.size());
                Expect.that(
                        !perturbed.get(i).samples().equals(next.samples()), "%s changes the same as another does", id);
            }
        }
    }

    private static void growWithStrength(DatasetSubject subject) throws IOException {
        Beats chosen = chosen(subject);
        List<Beats> perturbed = perturbed(subject, chosen, List.of(new AddedNoise(Noise.MUSCLE_NOISE, 24), MUSCLES), 1);
        double weak = distance(perturbed.get(0), chosen);
        double strong = distance(perturbed.get(1), chosen);
        Expect.that(
                weak >= 1e-6 && weak <= strong / 2,
                "noise of 24 dB changes samples by %s, of 0 dB by %s, which should be at least twice as much",
                weak,
                strong);
    }

    private static void cutsAsItLoads(DatasetSubject subject) throws IOException {
        Beats chosen = chosen(subject);
        Beats quiet = perturbed(subject, chosen, List.of(new AddedNoise(Noise.MUSCLE_NOISE, 300)), 1)
                .get(0);
        double distance = distance(quiet, chosen);
        Expect.that(distance < 1e-6, "noise of 300 dB changes samples by %s", distance);
    }

    private static void followTheSeed(DatasetSubject subject) throws IOException {
        Beats chosen = chosen(subject);
        Beats first = perturbed(subject, chosen, List.of(MUSCLES), 1).get(0);
        Selection two = Selection.of(5, 2);
        Expect.that(
                perturbed(subject, chosen, EACH, 1).contains(first),
                "beats differ when other disturbances are asked for too");
        Expect.equal(
                perturbed(subject, chosen.select(two), List.of(MUSCLES), 1),
                List.of(first.select(two)),
                "beats when others are asked about");
        Expect.that(!perturbed(subject, chosen, List.of(MUSCLES), 2).contains(first), "another seed changes nothing");
    }

    /** The mean distance of two samples. */
    private static double distance(Beats one, Beats other) {
        float[] first = one.samples().toArray();
        float[] second = other.samples().toArray();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs(first[i] - second[i]);
        }
        return sum / first.length;
    }

    private static List<Beats> perturbed(
            DatasetSubject subject, Beats chosen, List<Perturbation> perturbations, long seed) throws IOException {
        return perturbed(
                (PerturbableProvider<?>) subject.provider(), subject.settings(), chosen, perturbations, seed, subject);
    }

    private static <S extends Record> List<Beats> perturbed(
            PerturbableProvider<S> provider,
            Record settings,
            Beats chosen,
            List<Perturbation> perturbations,
            long seed,
            DatasetSubject subject)
            throws IOException {
        return provider.perturbed(
                DatasetSubject.typed(provider, settings), chosen, perturbations, seed, subject.context());
    }
}

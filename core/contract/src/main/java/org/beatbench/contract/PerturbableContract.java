package org.beatbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** What every data set must do that can be disturbed, besides what {@link DatasetContract} demands of all; extended likewise. */
public abstract class PerturbableContract extends DatasetContract {

    private static final List<Perturbation> ALL = List.of(
            new AddedNoise(Noise.BASELINE_WANDER, 0),
            new AddedNoise(Noise.MAINS_HUM, 0),
            new AddedNoise(Noise.MUSCLE_NOISE, 0),
            new ChangedGain(0.25),
            new ChangedGain(4),
            new InvertedLead(),
            new DisplacedMarks(80));

    private static final Perturbation MUSCLES = new AddedNoise(Noise.MUSCLE_NOISE, 0);

    @Override
    protected abstract PerturbableProvider<?> provider();

    /** A part of the beats from all over the data set, not in its order, one of them twice. */
    private Beats chosen() throws IOException {
        Beats beats = load();
        int step = Math.max(1, beats.size() / 40);
        Selection some = Selection.where(beats.size(), row -> row % step == 0);
        return beats.select(Selection.of(beats.size() - 1).and(some).and(Selection.of(0)));
    }

    @Test
    void keepsWhatABeatIs() throws IOException {
        Beats chosen = chosen();
        for (Beats perturbed : perturbed(chosen, ALL, 1)) {
            assertThat(perturbed.classes()).isEqualTo(chosen.classes());
            assertThat(perturbed.length()).isEqualTo(chosen.length());
            assertThat(perturbed.beats())
                    .usingElementComparator((one, other) -> isSame(one, other) ? 0 : 1)
                    .containsExactlyElementsOf(chosen.beats());
        }
    }

    @Test
    void changesWhatIsSeenOfIt() throws IOException {
        Beats chosen = chosen();
        List<Beats> perturbed = perturbed(chosen, ALL, 1);
        for (int i = 0; i < ALL.size(); i++) {
            if (!(ALL.get(i) instanceof ChangedGain)) {
                assertThat(perturbed.get(i).samples())
                        .as(ALL.get(i).id())
                        .isNotEqualTo(chosen.samples())
                        .isNotEqualTo(perturbed.get((i + 1) % ALL.size()).samples());
            }
        }
    }

    @Test
    void changesTheMoreTheStrongerItIs() throws IOException {
        Beats chosen = chosen();
        List<Beats> perturbed = perturbed(chosen, List.of(new AddedNoise(Noise.MUSCLE_NOISE, 24), MUSCLES), 1);

        assertThat(distance(perturbed.get(0), chosen)).isBetween(1e-6, distance(perturbed.get(1), chosen) / 2);
    }

    @Test
    void leavesABeatAloneWhereNothingIsChanged() throws IOException {
        Beats chosen = chosen();

        Beats quiet = perturbed(chosen, List.of(new AddedNoise(Noise.MUSCLE_NOISE, 300)), 1)
                .get(0);

        assertThat(distance(quiet, chosen)).as("it is cut as the data set cuts").isLessThan(1e-6);
    }

    @Test
    void givesTheSameForTheSameSeedWhoeverIsAsked() throws IOException {
        Beats chosen = chosen();
        Beats all = perturbed(chosen, List.of(MUSCLES), 1).get(0);

        assertThat(perturbed(chosen, ALL, 1)).contains(all);
        assertThat(perturbed(chosen.select(Selection.of(5, 2)), List.of(MUSCLES), 1))
                .as("whatever other beats and perturbations are asked for")
                .containsExactly(all.select(Selection.of(5, 2)));
        assertThat(perturbed(chosen, List.of(MUSCLES), 2)).doesNotContain(all);
    }

    private static boolean isSame(Beat one, Beat other) {
        return one.label() == other.label()
                && one.subject().equals(other.subject())
                && one.record().equals(other.record())
                && one.position() == other.position()
                && one.symbol().equals(other.symbol());
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

    private List<Beats> perturbed(Beats chosen, List<Perturbation> perturbations, long seed) throws IOException {
        return perturbed(provider(), chosen, perturbations, seed);
    }

    private <S extends Record> List<Beats> perturbed(
            PerturbableProvider<S> provider, Beats chosen, List<Perturbation> perturbations, long seed)
            throws IOException {
        return provider.perturbed(typed(provider, settings()), chosen, perturbations, seed, context());
    }
}

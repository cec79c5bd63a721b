package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.RealInfo;
import org.tribuo.classification.Label;

final class BeatDatasetTest {

    private final Beats beats = TestBeats.smooth(100, 1);
    private final BeatDataset dataset = TestBeats.dataset(beats);

    @Test
    void holdsTheExamplesOfTribuosOwnDataset() {
        MutableDataset<Label> copy = MutableDataset.createDeepCopy(dataset);
        assertThat(dataset.size()).isEqualTo(copy.size());
        assertThat(dataset.getData()).isEqualTo(copy.getData());
        RealInfo ours = (RealInfo) dataset.getFeatureMap().get("t007");
        RealInfo tribuos = (RealInfo) copy.getFeatureMap().get("t007");
        assertThat(ours.getMin()).isEqualTo(tribuos.getMin());
        assertThat(ours.getMax()).isEqualTo(tribuos.getMax());
        assertThat(ours.getVariance()).isCloseTo(tribuos.getVariance(), within(1e-9));
    }

    @Test
    void numbersClassesByLabelAndSamplesByTime() {
        for (int label = 0; label < TestBeats.CLASSES.size(); label++) {
            assertThat(dataset.getOutputIDInfo().getOutput(label).getLabel()).isEqualTo(TestBeats.CLASSES.get(label));
        }
        Example<Label> example = dataset.getExample(3);
        assertThat(example.lookup("t011").getValue()).isEqualTo(beats.samples().at(3, 11));
        assertThat(dataset.getFeatureIDMap().getID("t011")).isEqualTo(11);
    }

    @Test
    void namesLongBeatsInOrder() {
        assertThat(TribuoFeatures.of(10_001).name(42)).isEqualTo("t00042");
    }

    @Test
    void refusesBeatsWithoutLabels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestBeats.dataset(beats.sealed()))
                .withMessage("training beat 0 has no label");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestBeats.dataset(beats.select(Selection.of())))
                .withMessage("training needs at least one beat");
    }

    @Test
    void refusesSamplesThatAreNoNumbers() {
        Beats bad = Beats.builder(List.of("N"), 2)
                .add(new float[] {0, Float.NaN}, Beat.anonymous(0, 2))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestBeats.dataset(bad))
                .withMessage("beat 0, sample 1: not a finite number: NaN");
    }

    @Test
    void roundsToAGridAndKnowsOneZeroOnly() {
        Beats beat = Beats.builder(List.of("N"), 3)
                .add(new float[] {0.4001f, -0f, -0.001f}, Beat.anonymous(0, 3))
                .build();
        assertThat(TribuoFeatures.rounded(3, 255).values(beat)).containsExactly(102 / 255f, 0f, 0f);
    }
}

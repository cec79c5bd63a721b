package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.common.tree.TreeModel;

final class TreeAgainstTribuoTest {

    static Stream<Arguments> settings() {
        return Stream.of(Impurity.values()).flatMap(impurity -> Stream.of(0, 4)
                .flatMap(depth -> Stream.of(1.0, 5.0, 40.0).flatMap(weight -> Stream.of(1.0, 0.3)
                        .map(share -> Arguments.of(impurity, depth, weight, share)))));
    }

    @ParameterizedTest(name = "{0}, depth {1}, weight {2}, features {3}")
    @MethodSource("settings")
    void growsTribuosTree(Impurity impurity, int depth, double weight, double share) {
        for (Beats beats :
                new Beats[] {TestBeats.smooth(400, 1), TestBeats.tied(400, 2), TestBeats.repeated(40, 10, 3)}) {
            for (int rounding : new int[] {0, 15}) {
                DecisionTreeSettings settings =
                        new DecisionTreeSettings(depth, impurity, weight, rounding, ClassWeights.NONE, share);
                BeatDataset dataset =
                        new BeatDataset(beats, TribuoFeatures.rounded(beats.length(), rounding), Cancellation.NEVER);
                TreeModel<Label> ours =
                        new TreeTrainer(settings, impurity.formula(), TestBeats.context(beats, 1)).train(dataset);
                TreeModel<Label> tribuos = new CARTClassificationTrainer(
                                depth == 0 ? Integer.MAX_VALUE : depth,
                                (float) weight,
                                0,
                                (float) share,
                                false,
                                impurity.formula(),
                                1)
                        .train(dataset);
                assertThat(ours.getRoot()).isEqualTo(tribuos.getRoot());
            }
        }
    }
}

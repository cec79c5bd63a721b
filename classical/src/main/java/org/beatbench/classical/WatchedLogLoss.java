package org.beatbench.classical;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.util.VectorNormalizer;

/**
 * Tribuo's multinomial log loss, with two additions. Each class has a weight: Tribuo itself weighs whole batches, by their
 * mean weight, which evens out. And because Tribuo's training loop calls it for every beat, it is the place from which to
 * stop the loop and to tell how far it is.
 */
final class WatchedLogLoss implements LabelObjective {

    private static final int BEATS_BETWEEN_CHECKS = 256;

    private final LogMulticlass loss = new LogMulticlass();
    private final float[] weights;
    private final int beats;
    private final int epochs;
    private final Progress progress;
    private final Cancellation cancellation;
    private long seen;

    WatchedLogLoss(float[] weights, int beats, int epochs, Progress progress, Cancellation cancellation) {
        this.weights = weights;
        this.beats = beats;
        this.epochs = epochs;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    @Override
    public Pair<Double, SGDVector> lossAndGradient(Integer truth, SGDVector prediction) {
        if (seen % BEATS_BETWEEN_CHECKS == 0) {
            cancellation.check();
        }
        seen++;
        if (seen % beats == 0) {
            progress.advanced("epoch", seen / beats, epochs);
        }
        Pair<Double, SGDVector> unweighted = loss.lossAndGradient(truth, prediction);
        double weight = weights[truth];
        unweighted.getB().scaleInPlace(weight);
        return new Pair<>(unweighted.getA() * weight, unweighted.getB());
    }

    @Override
    @Deprecated
    public Pair<Double, SGDVector> valueAndGradient(int truth, SGDVector prediction) {
        return lossAndGradient(truth, prediction);
    }

    @Override
    public VectorNormalizer getNormalizer() {
        return loss.getNormalizer();
    }

    @Override
    public boolean isProbabilistic() {
        return loss.isProbabilistic();
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return loss.getProvenance();
    }

    @Override
    public String toString() {
        return loss.toString();
    }
}

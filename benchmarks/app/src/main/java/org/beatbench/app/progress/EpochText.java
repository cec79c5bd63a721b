package org.beatbench.app.progress;

import org.beatbench.api.Epoch;
import org.beatbench.comparison.text.Numbers;

/** An epoch in words. */
public final class EpochText {

    private EpochText() {}

    /** Such as {@code epoch 3/10: loss 0.112, validation macro-F1 0.871, 4 310 beats/s}. */
    public static String of(Epoch epoch) {
        StringBuilder text = new StringBuilder(
                "epoch " + epoch.number() + "/" + epoch.planned() + ": loss " + loss(epoch.trainingLoss()));
        if (!Double.isNaN(epoch.validationMacroF1())) {
            text.append(", validation macro-F1 ").append(Numbers.score(epoch.validationMacroF1()));
        } else if (!Double.isNaN(epoch.trainingAccuracy())) {
            text.append(", training accuracy ").append(Numbers.share(epoch.trainingAccuracy()));
        }
        if (Double.isFinite(epoch.beatsPerSecond())) {
            text.append(", ")
                    .append(Numbers.count(Math.round(epoch.beatsPerSecond())))
                    .append(" beats/s");
        }
        return text.toString();
    }

    /** With as many decimals as others have, so that lines are easily compared, and more if it is small. */
    private static String loss(double loss) {
        return loss < 0.1 ? Numbers.plain(loss) : Numbers.score(loss);
    }
}

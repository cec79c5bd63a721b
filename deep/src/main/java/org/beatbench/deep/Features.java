package org.beatbench.deep;

import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.deep.layers.FeatureJoin;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What the networks share for beats with features beside their channels. */
final class Features {

    /** Values that are made of the features before they meet those of the channels. */
    private static final int UNITS = 32;

    private Features() {}

    /** Joins the features, where there are any, to the row that the layers so far make of the channels. */
    static void join(List<Layer> layers, Form form) {
        if (!form.features().isEmpty()) {
            layers.add(FeatureJoin.of(form.features().size(), UNITS));
        }
    }

    /**
     * Lets a network see features in units of their standard deviation over these beats, from their mean on. One that is the same
     * for all of them tells nothing, and is left out.
     */
    static void standardise(MultiLayerNetwork network, Beats training) {
        for (org.deeplearning4j.nn.api.Layer layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof FeatureJoin join) {
                float[] means = new float[join.features()];
                float[] factors = new float[join.features()];
                for (int feature = 0; feature < means.length; feature++) {
                    int column = training.form().startOfFeatures() + feature;
                    double mean = mean(training, column);
                    double deviation = deviation(training, column, mean);
                    means[feature] = (float) mean;
                    factors[feature] = deviation > Float.MIN_NORMAL ? (float) (1 / deviation) : 0f;
                }
                FeatureJoin.standardise(layer, means, factors);
            }
        }
    }

    private static double mean(Beats beats, int column) {
        double sum = 0;
        for (int row = 0; row < beats.size(); row++) {
            sum += beats.samples().at(row, column);
        }
        return sum / beats.size();
    }

    private static double deviation(Beats beats, int column, double mean) {
        double squares = 0;
        for (int row = 0; row < beats.size(); row++) {
            double distance = beats.samples().at(row, column) - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / beats.size());
    }
}

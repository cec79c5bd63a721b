package org.beatbench.deep.training;

import java.util.BitSet;
import org.beatbench.deep.layers.KernelLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Which of a network's parameters decay, and which follow the data instead of being learned.
 *
 * @param decaying weights
 * @param statistics running means and variances
 */
record ParameterRoles(BitSet decaying, BitSet statistics) {

    static ParameterRoles of(MultiLayerNetwork network) {
        BitSet decaying = new BitSet();
        BitSet statistics = new BitSet();
        int offset = 0;
        for (org.deeplearning4j.nn.api.Layer layer : network.getLayers()) {
            Layer conf = layer.conf().getLayer();
            for (var group : layer.paramTable().entrySet()) {
                int end = offset + Math.toIntExact(group.getValue().length());
                boolean weights = conf.initializer().isWeightParam(conf, group.getKey());
                decaying.set(offset, end, weights);
                statistics.set(offset, end, conf instanceof KernelLayer own && !own.learns(group.getKey()));
                offset = end;
            }
        }
        return new ParameterRoles(decaying, statistics);
    }
}

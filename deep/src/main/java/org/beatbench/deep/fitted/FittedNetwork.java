package org.beatbench.deep.fitted;

import java.util.List;

/**
 * A trained network: its layers in the order in which a beat goes through them; a softmax over the values of the last, one for each
 * class, makes the probabilities.
 *
 * @param samples of each channel, padding included
 * @param channels that come in
 * @param features beside them, 0 if there are none
 * @param layers the last of them a {@link FittedLayer.Dense} with one value for each class
 */
public record FittedNetwork(int samples, int channels, int features, List<FittedLayer> layers) {

    public FittedNetwork {
        layers = List.copyOf(layers);
    }
}

package org.beatbench.deep;

import java.util.List;
import org.beatbench.deep.training.TrainingSettings;
import org.deeplearning4j.nn.conf.layers.Layer;

/** What distinguishes one network from another: its layers, up to the last hidden one, and how it is trained. */
interface Architecture {

    /**
     * The layers between the samples and the output, first to last.
     *
     * @param length samples per beat
     */
    List<Layer> layers(int length);

    /** How it is trained. */
    TrainingSettings training();
}

package org.beatbench.deep;

import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.deep.training.TrainingSettings;
import org.deeplearning4j.nn.conf.layers.Layer;

/** What distinguishes one network from another: its layers, up to the last hidden one, and how it is trained. */
interface Architecture {

    /**
     * The layers between a beat and the output, first to last.
     *
     * @param form what a beat is made of
     */
    List<Layer> layers(Form form);

    /** How it is trained. */
    TrainingSettings training();
}

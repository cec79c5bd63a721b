package org.beatbench.deep.fitted;

import java.util.List;

/** A trained model of this module that shows the networks it consists of. Their answers are averaged. */
public interface FittedNetworks {

    /**
     * The networks, at least one.
     *
     * @throws IllegalStateException if the model is closed
     */
    List<FittedNetwork> networks();
}

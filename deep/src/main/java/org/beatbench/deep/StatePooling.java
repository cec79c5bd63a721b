package org.beatbench.deep;

import java.util.List;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.layers.PooledTime;
import org.deeplearning4j.nn.conf.layers.Layer;

/** How the states of a recurrent network become one row. */
public enum StatePooling {
    /** The state when the beat is read: at its last sample, and backwards at its first. */
    END,
    /** Mean over the beat's time steps. */
    MEAN,
    /** Maximum over the beat's time steps. */
    MAX,
    /** Both. */
    MEAN_MAX;

    /** What follows the last recurrent layer, which answers so many steps. */
    List<Layer> layers(boolean seesLength, int steps) {
        return this == END
                ? List.of()
                : List.of(PooledTime.of(TimePooling.valueOf(name()), seesLength).expecting(steps));
    }
}

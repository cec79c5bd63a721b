package org.beatbench.classical.fitted;

import org.beatbench.api.TrainedModel;

/** A fitted model that makes rows of beats first, and asks another about these. */
public interface PreparedModel {

    /** How the rows are made. */
    PreparedColumns preparation();

    /** What answers them; it is closed with this model. */
    TrainedModel answering();
}

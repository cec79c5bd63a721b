package org.example.nearestcentroid;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

final class NearestCentroidTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new NearestCentroidProvider();
    }
}

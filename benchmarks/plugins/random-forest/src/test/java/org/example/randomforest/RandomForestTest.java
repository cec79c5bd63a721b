package org.example.randomforest;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

final class RandomForestTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new RandomForestProvider();
    }
}

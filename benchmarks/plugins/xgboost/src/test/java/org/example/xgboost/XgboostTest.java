package org.example.xgboost;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

final class XgboostTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new XgboostProvider();
    }
}

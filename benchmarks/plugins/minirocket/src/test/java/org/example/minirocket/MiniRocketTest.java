package org.example.minirocket;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

final class MiniRocketTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new MiniRocketProvider();
    }
}

package org.example.randomforest;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.beatbench.api.Cancellation;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.dtree.impurity.LabelImpurity;

/** Tribuo's Gini index, which is asked all the time while a tree grows: the only place to stop it. */
final class StoppableGini implements LabelImpurity {

    private final GiniIndex gini = new GiniIndex();
    private final Cancellation cancellation;

    StoppableGini(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public double impurityNormed(double[] shares) {
        cancellation.check();
        return gini.impurityNormed(shares);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return gini.getProvenance();
    }
}

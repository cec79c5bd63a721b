package org.beatbench.classical;

import org.tribuo.classification.dtree.impurity.Entropy;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.dtree.impurity.LabelImpurity;

/** How mixed the classes of a node are; a split is good if it makes less of it. */
public enum Impurity {
    /** The chance that two beats of the node are of different classes. */
    GINI {
        @Override
        LabelImpurity formula() {
            return new GiniIndex();
        }
    },
    /** The entropy of the classes in the node. */
    ENTROPY {
        @Override
        LabelImpurity formula() {
            return new Entropy();
        }
    };

    abstract LabelImpurity formula();
}

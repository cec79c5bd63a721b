package org.beatbench.classical.fitted;

import java.util.List;

/** How a fitted model answers a row of numbers. */
public sealed interface FittedRule permits LinearRule, FittedRule.Tree {

    /**
     * A decision tree. Each value is first rounded to ⌊value · rounding + ½⌋ / rounding, both products in single precision, if
     * there is a rounding.
     *
     * @param rounding steps per unit, 0 for none
     * @param nodes the root first, and each before those below it
     */
    record Tree(int rounding, List<Node> nodes) implements FittedRule {

        public Tree {
            nodes = List.copyOf(nodes);
        }
    }

    /** A node of a tree. */
    sealed interface Node {}

    /**
     * Asks whether a value is above a threshold.
     *
     * @param column of the value
     * @param threshold in double precision, unlike the value
     * @param notAbove number of the node that is next if it is not
     * @param above number of the node that is next if it is
     */
    record Question(int column, double threshold, int notAbove, int above) implements Node {}

    /**
     * Answers.
     *
     * @param probabilities of the classes, in label order
     */
    record Leaf(List<Float> probabilities) implements Node {

        public Leaf {
            probabilities = List.copyOf(probabilities);
        }
    }
}

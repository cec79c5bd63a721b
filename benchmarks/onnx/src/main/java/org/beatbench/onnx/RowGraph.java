package org.beatbench.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.api.Rows;
import org.beatbench.classical.fitted.FittedRule;
import org.beatbench.classical.fitted.LinearRule;
import org.beatbench.classical.fitted.PreparedColumns;

/** Models of rows as nodes of a graph. What they compute in double precision is so here too. */
final class RowGraph {

    private final Graph graph;

    RowGraph(Graph graph) {
        this.graph = graph;
    }

    /** The rows that are made of a table of beats. */
    String prepared(String table, PreparedColumns preparation) {
        Form form = preparation.form();
        List<String> parts = new ArrayList<>();
        int count = preparation.means().size();
        if (count > 0) {
            String features = graph.columns(table, form.startOfFeatures(), form.width());
            String distance = graph.value("Sub", features, row(preparation.means()));
            parts.add(graph.value(
                    "Clip",
                    graph.value("Div", distance, row(preparation.deviations())),
                    graph.number(-preparation.limit()),
                    graph.number(preparation.limit())));
        }
        Rows directions = preparation.directions();
        if (directions.size() > 0) {
            double[] columns = new double[directions.width() * directions.size()];
            for (int direction = 0; direction < directions.size(); direction++) {
                for (int column = 0; column < directions.width(); column++) {
                    columns[column * directions.size() + direction] = directions.at(direction, column);
                }
            }
            String signals = graph.columns(table, 0, form.startOfFeatures());
            String distance = graph.value("Sub", signals, row(preparation.columns()));
            parts.add(graph.as(
                    DataType.FLOAT,
                    graph.value(
                            "MatMul",
                            graph.as(DataType.DOUBLE, distance),
                            graph.doubles(columns, directions.width(), directions.size()))));
        }
        return parts.size() == 1
                ? parts.get(0)
                : graph.node("Concat", parts.toArray(new String[0]))
                        .with("axis", 1)
                        .value();
    }

    private String row(List<Float> values) {
        return graph.floats(array(values), 1, values.size());
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    /** The probabilities that a rule gives rows. */
    String probabilities(String rows, FittedRule rule) {
        return rule instanceof LinearRule linear ? linear(rows, linear) : tree(rows, (FittedRule.Tree) rule);
    }

    private String linear(String rows, LinearRule rule) {
        double[] weights = new double[rule.columns() * rule.classes()];
        double[] bias = new double[rule.classes()];
        for (int label = 0; label < bias.length; label++) {
            bias[label] = rule.bias(label);
            for (int column = 0; column < rule.columns(); column++) {
                weights[column * bias.length + label] = rule.weight(label, column);
            }
        }
        String products = graph.value(
                "MatMul", graph.as(DataType.DOUBLE, rows), graph.doubles(weights, rule.columns(), rule.classes()));
        String sums = graph.value("Add", products, graph.doubles(bias, 1, bias.length));
        return graph.as(
                DataType.FLOAT, graph.node("Softmax", sums).with("axis", 1).value());
    }

    /** The number of the leaf, as the tree's one value; then what is in that leaf. */
    private String tree(String rows, FittedRule.Tree tree) {
        int count = tree.nodes().size();
        List<Long> numbers = new ArrayList<>();
        List<Long> columns = new ArrayList<>();
        List<Float> thresholds = new ArrayList<>();
        List<String> modes = new ArrayList<>();
        List<Long> notAbove = new ArrayList<>();
        List<Long> above = new ArrayList<>();
        List<Long> leaves = new ArrayList<>();
        List<Float> leafNumbers = new ArrayList<>();
        List<Float> probabilities = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            numbers.add((long) number);
            if (tree.nodes().get(number) instanceof FittedRule.Question question) {
                columns.add((long) question.column());
                thresholds.add(notAbove(question.threshold()));
                modes.add("BRANCH_LEQ");
                notAbove.add((long) question.notAbove());
                above.add((long) question.above());
            } else {
                columns.add(0L);
                thresholds.add(0f);
                modes.add("LEAF");
                notAbove.add(0L);
                above.add(0L);
                leafNumbers.add((float) leaves.size());
                leaves.add((long) number);
                probabilities.addAll(((FittedRule.Leaf) tree.nodes().get(number)).probabilities());
            }
        }
        int classes = probabilities.size() / leaves.size();
        List<Long> ofTree = repeated(count);
        List<Long> ofLeaves = repeated(leaves.size());
        String leaf = graph.learned("TreeEnsembleRegressor", rounded(rows, tree.rounding()))
                .withLongs("nodes_treeids", ofTree)
                .withLongs("nodes_nodeids", numbers)
                .withLongs("nodes_featureids", columns)
                .withFloats("nodes_values", thresholds)
                .withTexts("nodes_modes", modes)
                .withLongs("nodes_truenodeids", notAbove)
                .withLongs("nodes_falsenodeids", above)
                .withLongs("target_treeids", ofLeaves)
                .withLongs("target_nodeids", leaves)
                .withLongs("target_ids", ofLeaves)
                .withFloats("target_weights", leafNumbers)
                .with("n_targets", 1)
                .value();
        String place = graph.as(DataType.INT64, graph.reshaped(leaf, -1));
        return graph.node("Gather", graph.floats(array(probabilities), leaves.size(), classes), place)
                .with("axis", 0)
                .value();
    }

    private static List<Long> repeated(int count) {
        List<Long> zeros = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zeros.add(0L);
        }
        return zeros;
    }

    /** The greatest single-precision number that is not above a threshold: single-precision values are on the same sides of both. */
    static float notAbove(double threshold) {
        float rounded = (float) threshold;
        return rounded > threshold ? Math.nextDown(rounded) : rounded;
    }

    /** As {@code Math.round} does it: half of a step goes up. A single-precision half would be added wrongly below it. */
    private String rounded(String rows, int steps) {
        if (steps == 0) {
            return rows;
        }
        String scaled = graph.as(DataType.DOUBLE, graph.value("Mul", rows, graph.number(steps)));
        String whole = graph.value("Floor", graph.value("Add", scaled, graph.doubles(new double[] {0.5})));
        String limited =
                graph.value("Clip", whole, graph.doubles(new double[] {Integer.MIN_VALUE}), graph.doubles(new double[] {
                    Integer.MAX_VALUE
                }));
        return graph.value("Div", graph.as(DataType.FLOAT, limited), graph.number(steps));
    }
}

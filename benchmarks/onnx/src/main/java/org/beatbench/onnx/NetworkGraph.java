package org.beatbench.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Form;
import org.beatbench.api.Rows;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.fitted.FittedNetwork;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.onnx.Flow.Layout;

/**
 * Networks as nodes of a graph. Our kernels are told how long a beat is and never see its padding; here all steps are computed, and
 * what comes out behind a beat's end is made zero before a layer looks at it that would be misled.
 */
final class NetworkGraph {

    /** Where ONNX has the gates i o f c, and we i f g o. */
    private static final int[] LSTM_GATES = {0, 3, 1, 2};

    /** Where ONNX has the gates z r h, and we r z n. */
    private static final int[] GRU_GATES = {1, 0, 2};

    private static final int GRU_HIDDEN_BIAS = 3;

    private final Graph graph;
    private final Map<String, String> masks = new HashMap<>();
    private final String features;
    private final Flow beats;

    /**
     * Prepares the columns of a table of beats.
     *
     * @param table name of it
     */
    NetworkGraph(Graph graph, String table, Form form) {
        this.graph = graph;
        int channels = form.channels().size();
        String signals = form.features().isEmpty() ? table : graph.columns(table, 0, form.startOfFeatures());
        features = form.features().isEmpty() ? "" : graph.columns(table, form.startOfFeatures(), form.width());
        String sequence = graph.reshaped(signals, 0, channels, form.samples());
        beats = new Flow(
                sequence, Layout.BEAT_FIRST, channels, form.samples(), length(sequence, form.samples()), true, false);
    }

    /** Steps up to the last at which a channel is not zero, at least 1, as one column. */
    private String length(String sequence, int samples) {
        String signal = graph.as(DataType.FLOAT, graph.value("Not", graph.value("Equal", sequence, graph.number(0))));
        String places = graph.value("Mul", signal, places(1, samples, 1, 1, samples));
        String last = graph.value("Unsqueeze", graph.maximum(places, 1, 2), graph.longs(1));
        return graph.value("Max", last, graph.number(1));
    }

    /** Consecutive numbers. */
    private String places(int from, int count, long... dimensions) {
        float[] places = new float[count];
        for (int i = 0; i < count; i++) {
            places[i] = from + i;
        }
        return graph.floats(places, dimensions);
    }

    /** The mean of the probabilities that networks answer. */
    String probabilities(List<FittedNetwork> networks) {
        List<String> all = new ArrayList<>();
        for (FittedNetwork network : networks) {
            Flow values = through(beats, network.layers());
            all.add(graph.node("Softmax", values.value()).with("axis", 1).value());
        }
        return all.size() == 1
                ? all.get(0)
                : graph.value("Div", graph.value("Sum", all.toArray(new String[0])), graph.number(all.size()));
    }

    private Flow through(Flow flow, List<FittedLayer> layers) {
        Flow now = flow;
        for (FittedLayer layer : layers) {
            now = through(now, layer);
        }
        return now;
    }

    private Flow through(Flow flow, FittedLayer layer) {
        if (layer instanceof FittedLayer.Convolution convolution) {
            return convolution(clean(beatFirst(flow)), convolution);
        } else if (layer instanceof FittedLayer.Normalisation normalisation) {
            return normalisation(beatFirst(flow), normalisation);
        } else if (layer instanceof FittedLayer.Residual residual) {
            return residual(clean(beatFirst(flow)), residual);
        } else if (layer instanceof FittedLayer.MaxPooling pooling) {
            return pooling(clean(beatFirst(flow)), pooling);
        } else if (layer instanceof FittedLayer.Patches patches) {
            return patches.patch() == 1 ? flow : patches(clean(beatFirst(flow)), patches.patch());
        } else if (layer instanceof FittedLayer.Recurrent recurrent) {
            return recurrent(timeFirst(flow), recurrent);
        } else if (layer instanceof FittedLayer.Pooled pooled) {
            return pooled(flow, pooled);
        } else if (layer instanceof FittedLayer.Joined joined) {
            return joined(flow, joined);
        } else if (layer instanceof FittedLayer.Dense dense) {
            return dense(flow, dense);
        }
        throw new IllegalArgumentException("no graph for " + layer);
    }

    private Flow convolution(Flow in, FittedLayer.Convolution layer) {
        int out = layer.weights().width();
        int kernel = layer.kernel();
        float[] weights = new float[out * in.channels() * kernel];
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in.channels(); i++) {
                for (int k = 0; k < kernel; k++) {
                    weights[(o * in.channels() + i) * kernel + k] =
                            layer.weights().at(k * in.channels() + i, o);
                }
            }
        }
        String sums = graph.node(
                        "Conv",
                        in.value(),
                        graph.floats(weights, out, in.channels(), kernel),
                        graph.floats(layer.bias().toArray(), out))
                .with("kernel_shape", new long[] {kernel})
                .with("pads", new long[] {kernel / 2, kernel / 2})
                .value();
        return relu(in.ofChannels(out).to(sums, false, false), layer.relu());
    }

    private Flow normalisation(Flow in, FittedLayer.Normalisation layer) {
        String centred = graph.value("Sub", in.value(), perChannel(layer.centre()));
        String scaled = graph.value("Mul", centred, perChannel(layer.scale()));
        String shifted = graph.value("Add", scaled, perChannel(layer.shift()));
        return relu(in.to(shifted, false, false), layer.relu());
    }

    private String perChannel(Rows row) {
        return graph.floats(row.toArray(), 1, row.width(), 1);
    }

    private Flow relu(Flow in, boolean wanted) {
        return wanted ? in.to(graph.value("Relu", in.value()), in.clean(), true) : in;
    }

    private Flow residual(Flow in, FittedLayer.Residual layer) {
        Flow through = through(in, layer.through());
        Flow past = through(in, layer.past());
        return relu(through.to(graph.value("Add", through.value(), past.value()), false, false), true);
    }

    /** A window that begins behind a beat's end sees nothing but zeros. */
    private Flow pooling(Flow in, FittedLayer.MaxPooling layer) {
        int steps = (in.steps() - layer.window()) / layer.stride() + 1;
        String most = graph.node("MaxPool", in.value())
                .with("kernel_shape", new long[] {layer.window()})
                .with("strides", new long[] {layer.stride()})
                .value();
        String length = graph.value("Min", parts(in.length(), layer.stride()), graph.number(steps));
        return new Flow(most, Layout.BEAT_FIRST, in.channels(), steps, length, true, in.positive());
    }

    /** How many parts a length has, the last perhaps smaller. */
    private String parts(String length, int size) {
        String rounded = graph.value("Add", length, graph.number(size - 1));
        return graph.value("Floor", graph.value("Div", rounded, graph.number(size)));
    }

    private Flow patches(Flow in, int patch) {
        int steps = (in.steps() + patch - 1) / patch;
        int padding = steps * patch - in.steps();
        String whole = padding == 0 ? in.value() : graph.value("Pad", in.value(), graph.longs(0, 0, 0, 0, 0, padding));
        String side = graph.transposed(graph.reshaped(whole, 0, in.channels(), steps, patch), 2, 0, 3, 1);
        return new Flow(
                graph.reshaped(side, steps, -1, (long) patch * in.channels()),
                Layout.TIME_FIRST,
                patch * in.channels(),
                steps,
                parts(in.length(), patch),
                true,
                in.positive());
    }

    private Flow recurrent(Flow in, FittedLayer.Recurrent layer) {
        boolean lstm = layer.cell() == RecurrentCell.LSTM;
        int units = layer.units();
        int directions = layer.directions().size();
        int gates = layer.cell().gates();
        int[] order = lstm ? LSTM_GATES : GRU_GATES;
        float[] input = new float[directions * gates * units * in.channels()];
        float[] state = new float[directions * gates * units * units];
        float[] bias = new float[directions * 2 * gates * units];
        for (int d = 0; d < directions; d++) {
            FittedLayer.Direction direction = layer.directions().get(d);
            float[] biases = direction.bias().toArray();
            for (int gate = 0; gate < gates; gate++) {
                for (int unit = 0; unit < units; unit++) {
                    int from = order[gate] * units + unit;
                    int to = (d * gates + gate) * units + unit;
                    direction.input().copyRow(from, input, to * in.channels());
                    direction.state().copyRow(from, state, to * units);
                    bias[(d * 2 * gates + gate) * units + unit] = biases[from];
                }
            }
            if (!lstm) {
                // the second half is of the products with the state: nothing but what the reset gate acts on
                System.arraycopy(
                        biases, GRU_HIDDEN_BIAS * units, bias, (d * 2 * gates + gates + order[2]) * units, units);
            }
        }
        Graph.Node node = graph.node(
                        lstm ? "LSTM" : "GRU",
                        in.value(),
                        graph.floats(input, directions, (long) gates * units, in.channels()),
                        graph.floats(state, directions, (long) gates * units, units),
                        graph.floats(bias, directions, 2L * gates * units),
                        graph.as(DataType.INT32, graph.value("Squeeze", in.length(), graph.longs(1))))
                .with("hidden_size", units)
                .with("direction", directions == 2 ? "bidirectional" : "forward");
        if (!lstm) {
            node.with("linear_before_reset", 1);
        }
        List<String> states = node.values(2);
        int width = directions * units;
        if (layer.atEnd()) {
            String side = graph.transposed(states.get(1), 1, 0, 2);
            return Flow.row(graph.reshaped(side, 0, width), width, in.length());
        }
        String side = graph.transposed(states.get(0), 0, 2, 1, 3);
        return new Flow(
                graph.reshaped(side, 0, -1, width), Layout.TIME_FIRST, width, in.steps(), in.length(), true, false);
    }

    private Flow pooled(Flow in, FittedLayer.Pooled layer) {
        List<String> parts = new ArrayList<>();
        int width = 0;
        TimePooling pooling = layer.pooling();
        int time = in.layout() == Layout.TIME_FIRST ? 0 : 2;
        if (pooling == TimePooling.MEAN || pooling == TimePooling.MEAN_MAX) {
            String sums = graph.node("ReduceSum", clean(in).value(), graph.longs(time))
                    .with("keepdims", 0)
                    .value();
            parts.add(graph.value("Div", sums, in.length()));
            width += in.channels();
        }
        if (pooling == TimePooling.MAX || pooling == TimePooling.MEAN_MAX) {
            String steps = in.positive()
                    ? clean(in).value()
                    : graph.value("Where", mask(in), in.value(), graph.number(-Float.MAX_VALUE));
            parts.add(graph.maximum(steps, time));
            width += in.channels();
        }
        if (pooling == TimePooling.FLATTEN) {
            long[] beatThenTime = in.layout() == Layout.TIME_FIRST ? new long[] {1, 0, 2} : new long[] {0, 2, 1};
            width = Math.multiplyExact(in.steps(), in.channels());
            parts.add(graph.reshaped(graph.transposed(clean(in).value(), beatThenTime), 0, width));
        }
        if (layer.seesLength()) {
            parts.add(graph.value("Div", in.length(), graph.number(in.steps())));
            width++;
        }
        return Flow.row(beside(parts), width, in.length());
    }

    private Flow joined(Flow row, FittedLayer.Joined layer) {
        int count = layer.means().width();
        String distance =
                graph.value("Sub", features, graph.floats(layer.means().toArray(), 1, count));
        String finite = limited(distance, Float.MAX_VALUE);
        String scaled = graph.value("Mul", finite, graph.floats(layer.factors().toArray(), 1, count));
        Flow made = dense(Flow.row(limited(scaled, layer.limit()), count, row.length()), layer.dense());
        return Flow.row(
                beside(List.of(row.value(), made.value())),
                Math.addExact(row.channels(), made.channels()),
                row.length());
    }

    private String limited(String value, float most) {
        return graph.value("Clip", value, graph.number(-most), graph.number(most));
    }

    private String beside(List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : graph.node("Concat", parts.toArray(new String[0]))
                        .with("axis", 1)
                        .value();
    }

    private Flow dense(Flow row, FittedLayer.Dense layer) {
        Rows weights = layer.weights();
        String sums = graph.node(
                        "Gemm",
                        row.value(),
                        graph.floats(weights.toArray(), weights.size(), weights.width()),
                        graph.floats(layer.bias().toArray(), weights.size()))
                .with("transB", 1)
                .value();
        return relu(Flow.row(sums, weights.size(), row.length()), layer.relu());
    }

    private Flow beatFirst(Flow flow) {
        return flow.layout() == Layout.BEAT_FIRST ? flow : turned(flow, Layout.BEAT_FIRST, 1, 2, 0);
    }

    private Flow timeFirst(Flow flow) {
        return flow.layout() == Layout.TIME_FIRST ? flow : turned(flow, Layout.TIME_FIRST, 2, 0, 1);
    }

    private Flow turned(Flow flow, Layout layout, long... axes) {
        return new Flow(
                graph.transposed(flow.value(), axes),
                layout,
                flow.channels(),
                flow.steps(),
                flow.length(),
                flow.clean(),
                flow.positive());
    }

    private Flow clean(Flow flow) {
        return flow.clean()
                ? flow
                : flow.to(
                        graph.value("Mul", flow.value(), graph.as(DataType.FLOAT, mask(flow))), true, flow.positive());
    }

    /** Whether a step is before the beat's end. */
    private String mask(Flow flow) {
        boolean timeFirst = flow.layout() == Layout.TIME_FIRST;
        return masks.computeIfAbsent(flow.length() + flow.layout(), known -> {
            long[] dimensions = timeFirst ? new long[] {flow.steps(), 1, 1} : new long[] {1, 1, flow.steps()};
            String length = graph.value("Unsqueeze", flow.length(), graph.longs(timeFirst ? 0 : 2));
            return graph.value("Less", places(0, flow.steps(), dimensions), length);
        });
    }
}

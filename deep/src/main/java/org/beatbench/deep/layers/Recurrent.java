package org.beatbench.deep.layers;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.deep.fitted.FittedLayer;
import org.beatbench.deep.kernel.Extent;
import org.beatbench.deep.kernel.Kernel;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.RecurrentKernel;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A GRU or LSTM over time, in one direction or both: see {@link RecurrentKernel}. */
public final class Recurrent extends KernelLayer {

    private static final long serialVersionUID = 1L;

    private static final String BACK = "back-";

    @JsonProperty
    private RecurrentCell cell = RecurrentCell.GRU;

    @JsonProperty
    private int units;

    @JsonProperty
    private boolean bidirectional;

    @JsonProperty
    private boolean atEnd;

    private Recurrent() {}

    /**
     * A recurrent layer.
     *
     * @param cell what happens at a time step
     * @param units size of the state in each direction
     * @param bidirectional whether a second direction runs from the end to the beginning
     * @param atEnd whether the state at the end of each beat comes out as a row, not the state of every step
     */
    public static Recurrent of(RecurrentCell cell, int units, boolean bidirectional, boolean atEnd) {
        Recurrent layer = new Recurrent();
        layer.cell = cell;
        layer.units = units;
        layer.bidirectional = bidirectional;
        layer.atEnd = atEnd;
        layer.setWeightInitFn(new WeightInitXavier());
        return layer;
    }

    @Override
    public Kernel kernel(Extent extent, boolean first) {
        return new RecurrentKernel(extent, cell, channelsIn(), units, bidirectional, atEnd, first);
    }

    /** A step's product is as wide as there are beats. */
    @Override
    public int block() {
        return 64;
    }

    @Override
    protected int stepsOut(int stepsIn) {
        return atEnd ? 1 : stepsIn;
    }

    @Override
    protected boolean keepsTime() {
        return !atEnd;
    }

    @Override
    protected int channelsOut() {
        return bidirectional ? 2 * units : units;
    }

    @Override
    FittedLayer fitted(FittedValues values) {
        List<FittedLayer.Direction> directions = new ArrayList<>(List.of(direction(values, "")));
        if (bidirectional) {
            directions.add(direction(values, BACK));
        }
        return new FittedLayer.Recurrent(cell, units, atEnd, directions);
    }

    private static FittedLayer.Direction direction(FittedValues values, String prefix) {
        return new FittedLayer.Direction(
                values.of(prefix + "W"),
                values.of(prefix + "RW"),
                values.joined(prefix + "b-first", prefix + "b-second", prefix + "b-rest"));
    }

    @Override
    List<ParameterGroup> parts() {
        List<ParameterGroup> parts = new ArrayList<>(List.of(direction()));
        if (bidirectional) {
            parts.addAll(List.of(ParameterGroup.prefixed(BACK, direction())));
        }
        return parts;
    }

    private ParameterGroup[] direction() {
        int rows = cell.gates() * units;
        return new ParameterGroup[] {
            ParameterGroup.weight("W", channelsIn(), units, rows, channelsIn()),
            ParameterGroup.weight("RW", units, units, rows, units),
            // a forget gate that begins open lets gradients through (Jozefowicz et al. 2015)
            ParameterGroup.bias("b-first", units, 0f),
            ParameterGroup.bias("b-second", units, cell == RecurrentCell.LSTM ? 1f : 0f),
            ParameterGroup.bias("b-rest", 2 * units, 0f)
        };
    }
}

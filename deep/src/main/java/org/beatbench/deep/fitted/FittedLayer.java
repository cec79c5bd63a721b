package org.beatbench.deep.fitted;

import java.util.List;
import org.beatbench.api.Rows;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;

/**
 * One layer of a trained network as it answers. A beat is a table of steps and channels, of which the first {@code length} steps are
 * signal: whatever a layer that keeps time makes of the steps behind is zero.
 */
public sealed interface FittedLayer {

    /**
     * Convolution over time, as many steps out as in, zeros beyond both ends.
     *
     * @param kernel steps that an output sees, odd
     * @param relu whether a ReLU follows
     * @param weights row {@code step · in + channel} of what is seen, a column for each channel that comes out
     * @param bias one row
     */
    record Convolution(int kernel, boolean relu, Rows weights, Rows bias) implements FittedLayer {}

    /**
     * Normalisation by what was learned: (x − centre) · scale + shift, one value for each channel.
     *
     * @param relu whether a ReLU follows
     * @param centre one row
     * @param scale one row
     * @param shift one row
     */
    record Normalisation(boolean relu, Rows centre, Rows scale, Rows shift) implements FittedLayer {}

    /**
     * Two ways added up, then a ReLU.
     *
     * @param through the layers of the one
     * @param past those of the other, none if it passes on what comes in
     */
    record Residual(List<FittedLayer> through, List<FittedLayer> past) implements FittedLayer {

        public Residual {
            through = List.copyOf(through);
            past = List.copyOf(past);
        }
    }

    /**
     * Maximum over windows of steps that lie within all there are, padding included. A beat of n steps has ⌈n / stride⌉ afterwards,
     * but not more than there are windows.
     *
     * @param window steps
     * @param stride steps from one window to the next
     */
    record MaxPooling(int window, int stride) implements FittedLayer {}

    /**
     * So many steps side by side as one, zeros behind the last; of n steps ⌈n / patch⌉ are left.
     *
     * @param patch steps
     */
    record Patches(int patch) implements FittedLayer {}

    /**
     * A GRU or LSTM, see {@link RecurrentCell}.
     *
     * @param units in each direction
     * @param atEnd whether a row comes out, the state at the beat's last step and, backwards, at its first; not that of every step
     * @param directions forwards and, if there are two, backwards from the beat's last step on; their states stand side by side
     */
    record Recurrent(RecurrentCell cell, int units, boolean atEnd, List<Direction> directions) implements FittedLayer {

        public Recurrent {
            directions = List.copyOf(directions);
        }
    }

    /**
     * The weights of a recurrent layer in one direction.
     *
     * @param input row {@code gate · units + unit}, a column for each channel; gates of an LSTM are i f g o, of a GRU r z n
     * @param state the same for the units of the state before
     * @param bias one row of four groups of units: of an LSTM i f g o; of a GRU r, z, and of n what is added to the product with the
     *     input and to that with the state, which r is multiplied by
     */
    record Direction(Rows input, Rows state, Rows bias) {}

    /**
     * A row from all of time.
     *
     * @param pooling how
     * @param seesLength whether the number of steps, as a share of the most, becomes the last value
     */
    record Pooled(TimePooling pooling, boolean seesLength) implements FittedLayer {}

    /**
     * What is made of the beat's features, put behind the row: (x − mean) · factor, no farther from zero than the limit, then a dense
     * layer.
     *
     * @param means one row
     * @param factors one row
     * @param limit of the product
     * @param dense what they go through
     */
    record Joined(Rows means, Rows factors, float limit, Dense dense) implements FittedLayer {}

    /**
     * A fully connected layer.
     *
     * @param relu whether a ReLU follows
     * @param weights a row for each value that comes out
     * @param bias one row
     */
    record Dense(boolean relu, Rows weights, Rows bias) implements FittedLayer {}
}

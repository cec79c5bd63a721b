package org.beatbench.deep.training;

import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.deep.kernel.Activations;
import org.beatbench.deep.kernel.Pass;

/** A block of beats on its way into a network: of each its channels, as a table over time, and its features beside them. */
final class InputBlock {

    private final KernelNetwork network;
    private final Form form;
    private final Activations channels;
    private final Activations features;
    private final float[] row;
    private int longest;

    /**
     * Room for blocks.
     *
     * @param form what the beats are made of
     * @param samples most beats in a block
     * @throws IllegalArgumentException if the network is for beats of another form
     */
    InputBlock(KernelNetwork network, Form form, int samples) {
        this.network = network;
        this.form = form;
        channels = network.input(samples);
        features = network.features(samples);
        row = new float[form.width()];
        if (form.samples() != channels.capacitySteps()
                || form.channels().size() != channels.channels()
                || form.features().size() != features.channels()) {
            throw new IllegalArgumentException("a network for " + channels.channels() + " channels of "
                    + channels.capacitySteps() + " samples and " + features.channels() + " features was given "
                    + form.channels().size() + " of " + form.samples() + " and "
                    + form.features().size());
        }
    }

    /** Most beats in a block. */
    int capacity() {
        return channels.capacitySamples();
    }

    /** Begins a block of so many beats. */
    void begin(int beats) {
        channels.resize(beats, channels.capacitySteps());
        features.resize(beats, 1);
        longest = 1;
    }

    /**
     * Takes a beat.
     *
     * @param place in the block
     * @param number of the beat's row
     * @param augmentation what is changed of it
     * @param seed of the change
     * @throws IllegalArgumentException if something beside a single signal is no number
     */
    void read(int place, Beats beats, int number, Augmentation augmentation, long seed) {
        int length = Math.max(1, beats.beat(number).unpaddedLength());
        if (form.single()) {
            beats.samples().copyRow(number, channels.of(place), 0);
            length = augmentation.apply(channels.of(place), length, seed);
        } else {
            beats.samples().copyRow(number, row, 0);
            requireNumbers(number);
            length = augmentation.apply(row, length, seed);
            spread(channels.of(place), length);
            System.arraycopy(row, form.startOfFeatures(), features.of(place), 0, features.channels());
        }
        channels.setLength(place, length);
        features.setLength(place, 1);
        longest = Math.max(longest, length);
    }

    /** From one channel after the other to one time step after the other. */
    private void spread(float[] to, int length) {
        int count = channels.channels();
        for (int channel = 0; channel < count; channel++) {
            int from = form.startOf(channel);
            for (int step = 0; step < length; step++) {
                to[step * count + channel] = row[from + step];
            }
        }
        java.util.Arrays.fill(to, length * count, to.length, 0f);
    }

    private void requireNumbers(int number) {
        for (int column = 0; column < row.length; column++) {
            if (!Float.isFinite(row[column])) {
                Input input = column < form.startOfFeatures()
                        ? form.channels().get(column / form.samples())
                        : form.features().get(column - form.startOfFeatures());
                throw new IllegalArgumentException(
                        "beat " + number + " has a " + input.name() + " that is no number: " + row[column]);
            }
        }
    }

    /** The network's answer to the block, whose beats have all been read. */
    Activations answered(Pass pass) {
        channels.resize(channels.samples(), longest);
        return network.forward(channels, features, pass);
    }
}

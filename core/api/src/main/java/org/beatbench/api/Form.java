package org.beatbench.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the columns of beats mean: one or more channels on one time axis, then features.
 *
 * <p>A beat is one row of numbers, {@link #width()} long. Its first {@link #samples()} columns are the first channel, the
 * next as many the second, and so on; behind the last channel stands one column for each feature. A learner that takes rows
 * as they come need not look at this; one that knows time or features finds their columns here.
 *
 * @param id short name, such as {@code row} or {@code context}
 * @param samples of each channel, at least 1
 * @param channels signals, at least one; all on the same time axis
 * @param features numbers, possibly none
 */
public record Form(String id, int samples, List<Input> channels, List<Input> features) {

    private static final String ROW = "row";

    /**
     * @throws IllegalArgumentException if there is no channel or sample, two inputs have one name, or the columns are too
     *     many to count
     */
    public Form {
        channels = List.copyOf(channels);
        features = List.copyOf(features);
        if (id.isBlank() || samples < 1 || channels.isEmpty()) {
            throw new IllegalArgumentException("a form needs a name, a channel and a sample: " + id + ", "
                    + channels.size() + " channels of " + samples);
        }
        Math.addExact(Math.multiplyExact(samples, channels.size()), features.size());
        Set<String> names = new HashSet<>();
        Stream.concat(channels.stream(), features.stream()).map(Input::name).forEach(name -> {
            if (!names.add(name)) {
                throw new IllegalArgumentException("two inputs are called " + name);
            }
        });
    }

    /** The form of beats that are one signal and nothing else. */
    public static Form row(int samples) {
        return new Form(ROW, samples, List.of(new Input("signal", "", "the beat", false)), List.of());
    }

    /** Whether beats are one signal and nothing else. */
    public boolean single() {
        return channels.size() == 1 && features.isEmpty();
    }

    /** Number of columns: of all channels, and of the features. */
    public int width() {
        return samples * channels.size() + features.size();
    }

    /** The first column of a channel, 0-based. */
    public int startOf(int channel) {
        return samples * channel;
    }

    /** The first column of the features, which is the {@link #width()} where there are none. */
    public int startOfFeatures() {
        return samples * channels.size();
    }

    /** Whether every input is causal; see {@link Input#causal()}. */
    public boolean causal() {
        return Stream.concat(channels.stream(), features.stream()).allMatch(Input::causal);
    }

    /** In words, such as {@code 2 channels of 144 samples and 44 features}. */
    @Override
    public String toString() {
        String signals = (channels.size() == 1 ? "" : channels.size() + " channels of ") + samples + " samples";
        return features.isEmpty()
                ? signals
                : signals + " and " + features.size() + (features.size() == 1 ? " feature" : " features");
    }
}

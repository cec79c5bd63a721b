package org.beatbench.data.recording;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which leads a recording has, and of which of them the samples are kept.
 *
 * @param all all that were recorded, in their order
 * @param kept those whose samples are kept, in the order of the signals of the recording
 */
public record Leads(List<Lead> all, List<Lead> kept) {

    public Leads {
        all = List.copyOf(all);
        kept = List.copyOf(kept);
        if (!all.containsAll(kept)) {
            throw new IllegalArgumentException("leads are kept that were not recorded: " + kept + " of " + all);
        }
    }

    /** Those of signals that are all that there is. */
    static Leads of(List<Signal> signals) {
        List<Lead> all = IntStream.range(0, signals.size())
                .mapToObj(number -> new Lead(
                        number, signals.get(number).lead(), signals.get(number).units()))
                .toList();
        return new Leads(all, all);
    }
}

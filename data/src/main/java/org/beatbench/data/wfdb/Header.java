package org.beatbench.data.wfdb;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.data.recording.Lead;

/**
 * What a header says of a record.
 *
 * @param name the record's name
 * @param rate samples a second of each signal
 * @param samples samples of each signal, 0 if the header does not tell
 * @param signals one line each
 * @param comments free text, a line each
 */
record Header(String name, double rate, int samples, List<SignalLine> signals, List<String> comments) {

    /** What was recorded, without the samples. */
    List<Lead> leads() {
        return IntStream.range(0, signals.size())
                .mapToObj(number -> new Lead(
                        number, signals.get(number).lead(), signals.get(number).units()))
                .toList();
    }
}

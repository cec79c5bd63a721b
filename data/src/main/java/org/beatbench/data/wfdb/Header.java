package org.beatbench.data.wfdb;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.data.recording.Lead;

/**
 * What a header says of a record.
 *
 * @param name the record's name
 * @param rate frames a second: samples of each signal, where a frame has one of it
 * @param frames frames of the record, 0 if the header does not tell
 * @param signals one line each; none in the header of a record of segments
 * @param segments one line each; none in the header of a record that has signals of its own
 * @param comments free text, a line each
 */
record Header(
        String name,
        double rate,
        int frames,
        List<SignalLine> signals,
        List<SegmentLine> segments,
        List<String> comments) {

    /** What was recorded, without the samples. */
    List<Lead> leads() {
        return IntStream.range(0, signals.size())
                .mapToObj(number -> new Lead(
                        number, signals.get(number).lead(), signals.get(number).units()))
                .toList();
    }

    /** This header, telling a length where it told none. */
    Header announced(int length) {
        return new Header(name, rate, length, signals, segments, comments);
    }
}

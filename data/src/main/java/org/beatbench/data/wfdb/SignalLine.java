package org.beatbench.data.wfdb;

import java.util.OptionalInt;
import org.beatbench.data.recording.Converter;

/**
 * What a header says of one signal.
 *
 * @param file the signal file's name, in the folder of the header; {@code ~} where there is none
 * @param format how samples are stored there
 * @param perFrame samples of this signal in a frame
 * @param skew frames of the file that precede the record's first
 * @param offset bytes in the file before the first sample
 * @param gain converter units per physical unit
 * @param baseline the converter's value at 0 physical units
 * @param converter what the signal was written by
 * @param units physical units
 * @param initial the first sample, if the header tells
 * @param checksum the 16-bit sum of all samples, if the header tells
 * @param lead what was recorded, empty if the header does not tell
 */
record SignalLine(
        String file,
        SignalFormat format,
        int perFrame,
        int skew,
        int offset,
        double gain,
        int baseline,
        Converter converter,
        String units,
        OptionalInt initial,
        OptionalInt checksum,
        String lead) {

    /** Stands for a file that there is not, in the layout of a record of segments. */
    static final String NO_FILE = "~";

    /** How the same file stores all its signals; signals that share a file must agree on it. */
    record Layout(String file, SignalFormat format, int offset) {}

    Layout layout() {
        return new Layout(file, format, offset);
    }

    boolean hasFile() {
        return !file.equals(NO_FILE);
    }
}

package org.beatbench.data.edf;

import java.nio.file.Path;
import java.util.List;

/**
 * What the header of a file says.
 *
 * @param file which it is
 * @param wide whether a sample takes three bytes, as in BDF, and not two
 * @param interrupted whether there may be gaps between data records (EDF+D)
 * @param subject the code of the person in the hospital's files (EDF+); empty if it is not told
 * @param bytes before the first data record
 * @param records data records in the file
 * @param duration of a data record in seconds, as it is written
 * @param signals in the order in which each data record holds them
 */
record EdfHeader(
        Path file,
        boolean wide,
        boolean interrupted,
        String subject,
        long bytes,
        int records,
        String duration,
        List<EdfSignal> signals) {

    EdfHeader {
        signals = List.copyOf(signals);
    }

    /** Bytes of a sample. */
    int width() {
        return wide ? 3 : 2;
    }

    /** Bytes of a data record. */
    long recordBytes() {
        EdfSignal last = signals.get(signals.size() - 1);
        return last.offset() + (long) last.samples() * width();
    }

    /** Signals that hold samples. */
    List<EdfSignal> ordinary() {
        return signals.stream().filter(signal -> !signal.holdsAnnotations()).toList();
    }

    /** Signals that hold texts. */
    List<EdfSignal> annotations() {
        return signals.stream().filter(EdfSignal::holdsAnnotations).toList();
    }

    /** Where the samples of a signal in a data record begin. */
    long place(int record, EdfSignal signal) {
        return bytes + record * recordBytes() + signal.offset();
    }
}

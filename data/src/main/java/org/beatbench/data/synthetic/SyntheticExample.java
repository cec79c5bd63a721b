package org.beatbench.data.synthetic;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;

/** The computed ECG of a virtual subject as a file, to try out what takes recordings. */
public final class SyntheticExample {

    private static final int SUBJECTS = 24;
    private static final int BEATS = 300;
    private static final double NOISE = 0.02;
    private static final long SEED = 3;

    private SyntheticExample() {}

    /**
     * Writes about four minutes as a table: a time in seconds and a lead in millivolts.
     *
     * @param subject number of the virtual subject, 0 to 23
     */
    public static void write(int subject, Path target) throws IOException {
        Recording recording = VirtualSubject.recording(subject, SyntheticSettings.of(SUBJECTS, BEATS, NOISE, SEED));
        Signal signal = recording.signals().get(0);
        try (Writer out = Files.newBufferedWriter(target)) {
            out.write("time,MLII (mV)\n");
            for (int sample = 0; sample < signal.size(); sample++) {
                out.write(
                        String.format(Locale.ROOT, "%.5f,%.3f\n", sample / recording.rate(), signal.physical(sample)));
            }
        }
    }
}

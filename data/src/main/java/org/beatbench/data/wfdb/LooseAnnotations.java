package org.beatbench.data.wfdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.beatbench.data.recording.Annotation;

/** Annotation files of WFDB beside recordings in another format, such as {@code r01.edf.qrs} beside {@code r01.edf}. */
public final class LooseAnnotations {

    private LooseAnnotations() {}

    /**
     * Reads all annotations of a file.
     *
     * @param size samples of the recording
     * @param rate its samples a second
     * @throws org.beatbench.api.UserError if the file is damaged, not in this format, or does not fit the signals
     */
    public static List<Annotation> read(Path file, int size, double rate) throws IOException {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return AnnotationReader.read(
                Objects.requireNonNull(file.toAbsolutePath().getParent()),
                name.substring(0, dot),
                name.substring(dot + 1),
                size,
                rate,
                rate);
    }
}

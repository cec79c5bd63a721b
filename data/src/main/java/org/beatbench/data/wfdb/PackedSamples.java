package org.beatbench.data.wfdb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The samples of a file that stores frame after frame; only a stretch of it is in memory at a time. */
final class PackedSamples {

    /** A multiple of the samples of every group, so that each stretch begins with a whole one. */
    private static final int FRAMES = 12 * 512;

    private final SignalFormat format;
    private final List<SignalLine> lines;
    private final int width;

    PackedSamples(List<SignalLine> lines) {
        this.format = lines.get(0).format();
        this.lines = lines;
        this.width = lines.stream().mapToInt(SignalLine::perFrame).sum();
    }

    /** Samples of all signals in a frame. */
    int width() {
        return width;
    }

    /** Reads a file to its end, or to the end of the last whole frame. */
    void read(Path file, SampleSink sink) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(format.bytes((long) FRAMES * width)) + format.groupBytes()];
        int[] samples = new int
                [FRAMES * lines.stream().mapToInt(SignalLine::perFrame).max().orElse(1)];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(lines.get(0).offset());
            int wanted = bytes.length - format.groupBytes();
            int read = in.readNBytes(bytes, 0, wanted);
            while (read > 0) {
                int frames = (int) Math.min(FRAMES, format.samples(read) / width);
                int first = 0;
                for (int signal = 0; signal < lines.size(); signal++) {
                    int perFrame = lines.get(signal).perFrame();
                    int count = 0;
                    for (int frame = 0; frame < frames; frame++) {
                        for (int i = 0; i < perFrame; i++) {
                            samples[count++] = format.sample(bytes, frame * width + first + i);
                        }
                    }
                    first += perFrame;
                    sink.add(signal, samples, count);
                }
                read = read < wanted ? 0 : in.readNBytes(bytes, 0, wanted);
            }
        }
    }
}

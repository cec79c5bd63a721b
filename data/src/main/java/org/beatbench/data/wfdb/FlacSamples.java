package org.beatbench.data.wfdb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.UserError;
import org.kc7bfi.jflac.FLACDecoder;
import org.kc7bfi.jflac.frame.Frame;
import org.kc7bfi.jflac.metadata.StreamInfo;

/** The samples of a FLAC file, which has a channel for each signal. */
final class FlacSamples {

    private static final String REMEDY = "get the file anew; it is not the one that the header describes";

    private final Path file;
    private final SignalFormat format;
    private final int signals;

    FlacSamples(Path file, SignalFormat format, int signals) {
        this.file = file;
        this.format = format;
        this.signals = signals;
    }

    /**
     * How many samples each channel has.
     *
     * @throws UserError if it is no FLAC file, or not of these signals
     */
    long samples() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return opened(in).getStreamInfo().getTotalSamples();
        }
    }

    /** Reads a file to its end. */
    void read(SampleSink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            FLACDecoder decoder = opened(in);
            decoder.readMetadata(decoder.getStreamInfo());
            for (Frame frame = decoder.readNextFrame(); frame != null; frame = decoder.readNextFrame()) {
                for (int signal = 0; signal < signals; signal++) {
                    sink.add(signal, decoder.getChannelData()[signal].getOutput(), frame.header.blockSize);
                }
            }
            if (decoder.getBadFrames() > 0) {
                throw damaged();
            }
        } catch (IndexOutOfBoundsException | NullPointerException | NegativeArraySizeException e) {
            // The decoder checks little: what it cannot make sense of ends in one of these.
            throw damaged();
        }
    }

    private FLACDecoder opened(InputStream in) throws IOException {
        FLACDecoder decoder = new FLACDecoder(in);
        StreamInfo info;
        try {
            info = decoder.readStreamInfo();
        } catch (IOException | IndexOutOfBoundsException | NullPointerException | NegativeArraySizeException e) {
            throw damaged();
        }
        if (info == null) {
            throw damaged();
        }
        if (info.getChannels() != signals || info.getBitsPerSample() != format.bits()) {
            throw new UserError(
                    file + ": " + info.getChannels() + " channels of " + info.getBitsPerSample()
                            + " bits, but the header says " + signals + " signals in format " + format.code()
                            + ", which is FLAC of " + format.bits() + " bits",
                    REMEDY);
        }
        return decoder;
    }

    private UserError damaged() {
        return new UserError(file + ": is no FLAC file, or damaged", REMEDY);
    }
}

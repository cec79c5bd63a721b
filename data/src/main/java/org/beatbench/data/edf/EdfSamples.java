package org.beatbench.data.edf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the data records of a file from its beginning to its end, a piece at a time, and keeps only what is asked for. */
final class EdfSamples implements AutoCloseable {

    private static final int PIECE = 1 << 20;
    /** A multiple of both widths; less than a piece, so that many small data records are read at once. */
    private static final int MOST_TOGETHER = 3 << 14;

    private final EdfHeader header;
    private final FileChannel channel;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
    private long pieceAt;

    private EdfSamples(EdfHeader header, FileChannel channel) {
        this.header = header;
        this.channel = channel;
        piece.limit(0);
    }

    static EdfSamples of(EdfHeader header) throws IOException {
        return new EdfSamples(header, FileChannel.open(header.file(), StandardOpenOption.READ));
    }

    /** Hears the bytes of annotation signals. */
    @FunctionalInterface
    interface AnnotationBytes {

        void read(int record, EdfSignal signal, byte[] bytes);
    }

    /**
     * Reads all data records.
     *
     * @param signals whose samples are wanted
     * @param annotations whose bytes are
     * @return for each of the signals its samples, one data record after the other
     */
    int[][] read(List<EdfSignal> signals, List<EdfSignal> annotations, AnnotationBytes listener) throws IOException {
        int[][] samples = new int[signals.size()][];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = new int[Math.multiplyExact(signals.get(i).samples(), header.records())];
        }
        int[] inFile = IntStream.range(0, signals.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> signals.get(i).offset()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int record = 0; record < header.records(); record++) {
            for (EdfSignal signal : annotations) {
                listener.read(record, signal, bytes(record, signal));
            }
            for (int i : inFile) {
                read(record, signals.get(i), samples[i]);
            }
        }
        return samples;
    }

    private byte[] bytes(int record, EdfSignal signal) throws IOException {
        byte[] bytes = new byte[signal.samples() * header.width()];
        for (int done = 0; done < bytes.length; ) {
            int count = Math.min(MOST_TOGETHER, bytes.length - done);
            seek(header.place(record, signal) + done, count);
            piece.get(bytes, done, count);
            done += count;
        }
        return bytes;
    }

    private void read(int record, EdfSignal signal, int[] samples) throws IOException {
        int width = header.width();
        int to = record * signal.samples();
        for (int done = 0; done < signal.samples(); ) {
            int count = Math.min(MOST_TOGETHER / width, signal.samples() - done);
            seek(header.place(record, signal) + (long) done * width, count * width);
            for (int i = 0; i < count; i++) {
                // Low byte first; the highest has the sign.
                samples[to++] = header.wide() ? (piece.get() & 0xff) | (piece.getShort() << 8) : piece.getShort();
            }
            done += count;
        }
    }

    /** Makes bytes of the file the next ones of the piece in memory. */
    private void seek(long place, int count) throws IOException {
        if (place < pieceAt || place + count > pieceAt + piece.limit()) {
            piece.clear();
            channel.position(place);
            while (piece.hasRemaining() && channel.read(piece) >= 0) {
                // Until it is full, or the file ends.
            }
            piece.flip();
            pieceAt = place;
            if (piece.limit() < count) {
                throw new EOFException(header.file() + " became shorter while it was read");
            }
        }
        piece.position((int) (place - pieceAt));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

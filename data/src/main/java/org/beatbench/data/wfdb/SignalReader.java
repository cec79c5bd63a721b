package org.beatbench.data.wfdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Signal;

/** Reads the signal files of a record, and checks them against its header. */
final class SignalReader {

    private static final String HINT = "get the file anew; it is not the one that the header describes";

    private final Path folder;
    private final Header header;
    private final Set<Integer> wanted;
    private final Warnings warnings;
    private final List<String> problems = new ArrayList<>();
    private final List<SignalInMaking> signals = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    private SignalReader(Path folder, Header header, Set<Integer> wanted, Warnings warnings) {
        this.folder = folder;
        this.header = header;
        this.wanted = wanted;
        this.warnings = warnings;
    }

    /**
     * Reads signals of a record; all that it has are checked, and none but the wanted are kept.
     *
     * @param wanted the numbers of the signals that are kept, in the order in which they are given back
     * @param perFrame samples in a frame that they are to have, a multiple of what each of them has
     * @throws UserError if a file is missing or too short, or its first sample or sum is not that of the header
     */
    static List<Signal> read(Path folder, Header header, List<Integer> wanted, int perFrame, Warnings warnings)
            throws IOException {
        return new SignalReader(folder, header, Set.copyOf(wanted), warnings).read(wanted, perFrame);
    }

    private List<Signal> read(List<Integer> order, int perFrame) throws IOException {
        List<SignalLine> lines = header.signals();
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            while (to < lines.size()
                    && lines.get(to).file().equals(lines.get(from).file())) {
                to++;
            }
            readFile(lines.subList(from, to), from);
            from = to;
        }
        if (problems.isEmpty() && lengths.stream().distinct().count() > 1) {
            problems.add(header.name() + ".hea: gives no number of samples, and its signal files differ in length");
        }
        if (!problems.isEmpty()) {
            throw UserError.of(folder.toString(), problems, HINT);
        }
        int frames = lengths.get(0);
        return order.stream()
                .map(number -> signals.get(number).signal(frames, perFrame))
                .toList();
    }

    private void readFile(List<SignalLine> lines, int from) throws IOException {
        SignalLine.Layout layout = lines.get(0).layout();
        if (lines.stream().anyMatch(line -> !line.layout().equals(layout))) {
            problems.add(header.name() + ".hea: the signals of " + layout.file() + " differ in format or offset");
            return;
        }
        Path file = folder.resolve(layout.file());
        if (!Files.isRegularFile(file)) {
            problems.add(layout.file() + " does not exist, but " + header.name() + ".hea names it");
            return;
        }
        int perFrame = lines.get(0).perFrame();
        if (layout.format().isFlac() && lines.stream().anyMatch(line -> line.perFrame() != perFrame)) {
            problems.add(header.name() + ".hea: the signals of " + layout.file()
                    + " differ in samples a frame, which channels of FLAC cannot");
            return;
        }
        PackedSamples packed = new PackedSamples(lines);
        FlacSamples flac = new FlacSamples(file, layout.format(), lines.size());
        int frames = layout.format().isFlac()
                ? frames(flac, perFrame, layout)
                : frames(layout, packed.width(), lines.size(), file);
        if (frames < 0) {
            return;
        }
        checkSize(lines, from, frames);
        List<SignalInMaking> ofFile = IntStream.range(0, lines.size())
                .mapToObj(i ->
                        new SignalInMaking(lines.get(i), frames * lines.get(i).perFrame(), wanted.contains(from + i)))
                .toList();
        SampleSink sink = (signal, samples, count) -> ofFile.get(signal).add(samples, count);
        if (layout.format().isFlac()) {
            flac.read(sink);
        } else {
            packed.read(file, sink);
        }
        check(ofFile, lines, from, file);
        signals.addAll(ofFile);
        lengths.add(frames);
    }

    /** A length that is wrong or not to be dealt with is found before memory is asked for. */
    private void checkSize(List<SignalLine> lines, int from, int frames) {
        long bytes = 0;
        for (int i = 0; i < lines.size(); i++) {
            long samples = (long) frames * lines.get(i).perFrame();
            bytes += wanted.contains(from + i) ? samples * Integer.BYTES : 0;
            if (samples > Integer.MAX_VALUE - 8) {
                throw new UserError(
                        folder.resolve(header.name() + ".hea") + ": a signal of " + samples
                                + " samples is not supported",
                        "check that the header gives the right number; if so, split the record");
            }
        }
        if (bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw new UserError(
                    folder.resolve(lines.get(0).file()) + ": " + frames
                            + " samples of each signal take more memory than" + " Java may use",
                    "look whether it is the file that it should be; if so, give Java more memory, such as"
                            + " BEATBENCH_JAVA_OPTIONS=-Xmx8g");
        }
    }

    private void check(List<SignalInMaking> ofFile, List<SignalLine> lines, int from, Path file) throws IOException {
        String remark = looksLikeText(file) ? " (it looks like text)" : "";
        for (int i = 0; i < lines.size(); i++) {
            SignalLine line = lines.get(i);
            if (!ofFile.get(i).isWhole()) {
                problems.add(line.file() + ": it is cut off, or was changed while it was read");
                return;
            }
            List<String> found = new ArrayList<>();
            String place =
                    line.file() + ": signal " + (from + i) + (line.lead().isEmpty() ? "" : " (" + line.lead() + ")");
            ofFile.get(i).check(place, found, warnings);
            found.forEach(problem -> problems.add(problem + remark));
        }
    }

    /** Frames of a FLAC file that belong to the record, or -1 if it has too few. */
    private int frames(FlacSamples flac, int perFrame, SignalLine.Layout layout) throws IOException {
        long present = flac.samples() / perFrame;
        if (header.frames() == 0 || present == header.frames()) {
            return checked(present, layout);
        }
        if (present < header.frames()) {
            problems.add(layout.file() + ": " + present + " samples of each signal, but the header says "
                    + header.frames() + "; it is cut off");
            return -1;
        }
        warnings.add(tooLong());
        return header.frames();
    }

    /** Frames of a file that belong to the record, or -1 if it has too few; the file is not read before that is known. */
    private int frames(SignalLine.Layout layout, int width, int signals, Path file) throws IOException {
        long size = Files.size(file);
        long present = size - layout.offset();
        if (header.frames() == 0) {
            return checked(layout.format().samples(Math.max(0, present)) / width, layout);
        }
        long wanted = layout.format().bytes((long) header.frames() * width);
        if (present < wanted) {
            problems.add(layout.file() + ": " + size + " bytes, but " + header.frames() + " samples of " + signals
                    + " signals in format " + layout.format().code() + " take " + (wanted + layout.offset())
                    + (looksLikeText(file) ? "; it looks like text, not like samples" : "; it is cut off"));
            return -1;
        }
        if (present > wanted + layout.format().groupBytes()) {
            warnings.add(tooLong());
        }
        return header.frames();
    }

    private int checked(long frames, SignalLine.Layout layout) {
        if (frames == 0) {
            problems.add(layout.file() + ": holds no samples");
            return -1;
        }
        return Math.toIntExact(Math.min(frames, Integer.MAX_VALUE - 8));
    }

    private String tooLong() {
        return "The signal goes on after the " + header.frames()
                + " samples of which the header tells; only these are used.";
    }

    /** Whether a file begins like text. A signal can, too, so this only explains what is wrong anyway. */
    private static boolean looksLikeText(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(512);
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
            if (bytes[i] < 0) {
                return false;
            }
        }
        return bytes.length > 0;
    }
}

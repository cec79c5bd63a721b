package org.beatbench.data.wfdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.Signal;

/** Reads the signal files of a record, and checks them against its header. */
final class SignalReader {

    private static final String HINT = "get the file anew; it is not the one that the header describes";

    /** Format 212 stores samples in pairs, and some writers fill up the last one. */
    private static final int FILLING = 2;

    private final Path folder;
    private final Header header;
    private final List<String> problems = new ArrayList<>();

    private SignalReader(Path folder, Header header) {
        this.folder = folder;
        this.header = header;
    }

    /**
     * Reads signals of a record; all that there are are checked.
     *
     * @param wanted those that are kept, in the order in which they are given back
     * @throws UserError if a file is missing, too short or too long, or its first sample or sum is not that of the header
     */
    static List<Signal> read(Path folder, Header header, List<Lead> wanted) throws IOException {
        List<Signal> all = new SignalReader(folder, header).read();
        return wanted.stream().map(lead -> all.get(lead.number())).toList();
    }

    private List<Signal> read() throws IOException {
        List<SignalLine> lines = header.signals();
        List<Signal> signals = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            while (to < lines.size()
                    && lines.get(to).file().equals(lines.get(from).file())) {
                to++;
            }
            readFile(lines.subList(from, to), signals);
            from = to;
        }
        if (signals.stream().mapToInt(Signal::size).distinct().count() > 1) {
            problems.add(header.name() + ".hea: gives no number of samples, and its signal files differ in length");
        }
        if (!problems.isEmpty()) {
            throw UserError.of(folder.toString(), problems, HINT);
        }
        return signals;
    }

    private void readFile(List<SignalLine> lines, List<Signal> signals) throws IOException {
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
        int frames = frames(layout, lines.size(), file);
        if (frames < 0) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = looksLikeText(file) ? " (it looks like text)" : "";
        for (int i = 0; i < lines.size(); i++) {
            signals.add(signal(lines.get(i), i, lines.size(), frames, bytes, text));
        }
    }

    /** Samples of each signal in a file, or -1 if its length is wrong; the file is not read before that is known. */
    private int frames(SignalLine.Layout layout, int signals, Path file) throws IOException {
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE - 8) {
            throw new UserError(file + ": signal files above 2 GiB are not supported", "split the record");
        }
        long present = size - layout.offset();
        if (header.samples() == 0) {
            long frames = layout.format().samples(Math.max(0, present)) / signals;
            if (frames == 0) {
                problems.add(layout.file() + ": holds no samples");
                return -1;
            }
            return (int) frames;
        }
        long wanted = layout.format().bytes((long) header.samples() * signals);
        if (present < wanted || present > wanted + FILLING) {
            problems.add(layout.file() + ": " + size + " bytes, but " + header.samples() + " samples of " + signals
                    + " signals in format " + layout.format().code() + " take " + (wanted + layout.offset())
                    + (looksLikeText(file)
                            ? "; it looks like text, not like samples"
                            : present < wanted ? "; it is cut off" : "; it is too long"));
            return -1;
        }
        return header.samples();
    }

    private Signal signal(SignalLine line, int index, int signals, int frames, byte[] bytes, String remark) {
        SignalFormat format = line.format();
        int missing = format.missing();
        int[] adc = new int[frames];
        int sum = 0;
        int first = format.sample(bytes, line.offset(), index);
        for (int i = 0, at = index; i < frames; i++, at += signals) {
            int sample = format.sample(bytes, line.offset(), at);
            sum += sample;
            adc[i] = sample == missing ? Signal.MISSING : sample;
        }
        String place = line.file() + ": signal " + index + (line.lead().isEmpty() ? "" : " (" + line.lead() + ")");
        if (line.initial().isPresent() && line.initial().getAsInt() != first) {
            problems.add(place + " begins with " + first + ", but the header says "
                    + line.initial().getAsInt() + remark);
        }
        if (line.checksum().isPresent() && (short) line.checksum().getAsInt() != (short) sum) {
            problems.add(place + " has the checksum " + (short) sum + ", but the header says "
                    + line.checksum().getAsInt() + remark);
        }
        return Signal.owning(
                line.lead(),
                line.units(),
                line.gain(),
                line.baseline(),
                line.converter().including(adc),
                adc);
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

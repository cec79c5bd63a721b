package org.beatbench.data.wfdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Converter;
import org.beatbench.data.recording.Signal;

/**
 * The segments that a record consists of, one after the other (WFDB Applications Guide, header(5)): all with the same signals, or
 * each with some of those that the layout describes. Where nothing was recorded of a signal, its samples are missing.
 */
final class Segments {

    private final Path folder;
    private final Header header;
    private final List<Header> headers;
    private final Header layout;
    private final boolean isVariable;

    private Segments(Path folder, Header header, List<Header> headers, Header layout, boolean isVariable) {
        this.folder = folder;
        this.header = header;
        this.headers = headers;
        this.layout = layout;
        this.isVariable = isVariable;
    }

    /**
     * The segments of a record, their headers read.
     *
     * @throws UserError naming those that cannot be part of it
     */
    static Segments of(Path folder, Header header) throws IOException {
        List<Header> headers = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (SegmentLine line : header.segments()) {
            if (!line.isGap()) {
                Header segment = HeaderReader.read(folder, line.name());
                headers.add(segment);
                check(segment, line, header, problems);
            }
        }
        if (headers.isEmpty()) {
            problems.add("there is no segment, but gaps only");
        }
        long frames = header.segments().stream().mapToLong(SegmentLine::frames).sum();
        if (frames > Integer.MAX_VALUE - 8 || (header.frames() > 0 && frames != header.frames())) {
            problems.add("the segments have " + frames + " samples together, the record " + header.frames());
        }
        boolean isVariable =
                !header.segments().get(0).isGap() && header.segments().get(0).frames() == 0;
        if (problems.isEmpty() && !isVariable) {
            for (Header segment : headers) {
                if (segment.signals().size() != headers.get(0).signals().size()) {
                    problems.add("segment " + segment.name() + " has "
                            + segment.signals().size() + " signals, segment "
                            + headers.get(0).name() + " has "
                            + headers.get(0).signals().size());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw UserError.of(
                    folder.resolve(header.name() + ".hea").toString(),
                    problems,
                    "correct the header, or get the record anew");
        }
        return new Segments(folder, header, headers, headers.get(0), isVariable);
    }

    private static void check(Header segment, SegmentLine line, Header header, List<String> problems) {
        if (!segment.segments().isEmpty()) {
            problems.add("segment " + line.name() + " consists of segments itself");
        }
        if (segment.rate() != header.rate()) {
            problems.add("segment " + line.name() + " has " + segment.rate() + " samples a second, the record "
                    + header.rate());
        }
        if (segment.frames() > 0 && line.frames() > 0 && segment.frames() != line.frames()) {
            problems.add("segment " + line.name() + " has " + segment.frames() + " samples, but " + line.frames()
                    + " are announced");
        }
    }

    /** What the record has altogether: the layout, or the first segment as one of all. */
    Header layout() {
        return layout;
    }

    /** Frames of all segments. */
    private int frames() {
        return header.segments().stream().mapToInt(SegmentLine::frames).sum();
    }

    /**
     * Reads signals of all segments.
     *
     * @param wanted numbers of the signals among those of the layout
     * @param perFrame samples that a frame has of each of them
     */
    List<Signal> read(List<Integer> wanted, int perFrame, Warnings warnings) throws IOException {
        if ((long) frames() * perFrame > Integer.MAX_VALUE - 8) {
            throw new UserError(
                    folder.resolve(header.name() + ".hea") + ": a signal of " + (long) frames() * perFrame
                            + " samples is not supported",
                    "split the record");
        }
        List<int[]> samples = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            int[] adc = new int[frames() * perFrame];
            Arrays.fill(adc, Signal.MISSING);
            samples.add(adc);
        }
        int at = 0;
        int next = 0;
        for (SegmentLine line : header.segments()) {
            if (!line.isGap()) {
                Header segment = headers.get(next++);
                if (line.frames() > 0) {
                    read(segment.announced(line.frames()), at, wanted, perFrame, samples, warnings);
                }
            }
            at += line.frames() * perFrame;
        }
        return IntStream.range(0, samples.size())
                .mapToObj(i -> {
                    SignalLine line = layout.signals().get(wanted.get(i));
                    Converter converter = line.converter().including(samples.get(i));
                    return Signal.owning(
                            line.lead(), line.units(), line.gain(), line.baseline(), converter, samples.get(i));
                })
                .toList();
    }

    private void read(
            Header segment, int at, List<Integer> wanted, int perFrame, List<int[]> samples, Warnings warnings)
            throws IOException {
        List<Integer> present = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            int number = isVariable ? numberIn(segment, wanted.get(i)) : wanted.get(i);
            if (number >= 0 && segment.signals().get(number).hasFile()) {
                checkRate(segment, number, perFrame);
                present.add(number);
                targets.add(i);
            }
        }
        List<Signal> read = SignalReader.read(folder, segment, present, perFrame, warnings);
        for (int i = 0; i < read.size(); i++) {
            copy(read.get(i), samples.get(targets.get(i)), at, layout.signals().get(wanted.get(targets.get(i))));
        }
    }

    /** Which signal of a segment is one of the layout, by its name; of those of one name, the first. */
    private int numberIn(Header segment, int wanted) {
        String lead = layout.signals().get(wanted).lead();
        return IntStream.range(0, segment.signals().size())
                .filter(number -> segment.signals().get(number).lead().equals(lead))
                .findFirst()
                .orElse(-1);
    }

    private void checkRate(Header segment, int number, int perFrame) {
        int own = segment.signals().get(number).perFrame();
        if (perFrame % own != 0) {
            throw new UserError(
                    folder.resolve(segment.name() + ".hea") + ": signal " + number + " has " + own
                            + " samples a frame, other segments " + perFrame + ", which is not supported",
                    "choose another signal, or leave the record out");
        }
    }

    /** Segments may have been recorded with other gains: then the steps are those of the layout. */
    private static void copy(Signal from, int[] target, int at, SignalLine scale) {
        boolean isSame = from.gain() == scale.gain() && from.baseline() == scale.baseline();
        for (int i = 0; i < from.size(); i++) {
            int value = from.adc(i);
            target[at + i] = isSame || value == Signal.MISSING
                    ? value
                    : (int) Math.max(
                            Signal.MISSING + 1,
                            Math.min(Integer.MAX_VALUE, Math.rint(from.physical(i) * scale.gain() + scale.baseline())));
        }
    }

    /** All files of all segments. */
    Stream<String> files() {
        return headers.stream()
                .flatMap(segment -> Stream.concat(
                        Stream.of(segment.name() + ".hea"),
                        segment.signals().stream().filter(SignalLine::hasFile).map(SignalLine::file)))
                .distinct();
    }
}

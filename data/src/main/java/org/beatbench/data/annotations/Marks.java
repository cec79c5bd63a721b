package org.beatbench.data.annotations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleToLongFunction;
import java.util.stream.Collectors;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;

/** Collects the marks of a recording, from wherever they come, and puts them on its time axis. */
public final class Marks {

    private static final int MOST_NAMED = 10;

    private final Path recording;
    private final int size;
    private final double rate;
    private final boolean gaps;
    private final DoubleToLongFunction axis;
    private final List<Placed> all = new ArrayList<>();

    /** A mark, and the sample it belongs to, which may lie outside the recording. */
    private record Placed(long sample, Annotation mark) {}

    /**
     * No marks yet.
     *
     * @param recording its file, for messages
     * @param size its samples
     * @param rate its samples a second
     * @param gaps whether some of its samples are not in its file
     * @param axis the sample nearest to a moment in seconds
     */
    public Marks(Path recording, int size, double rate, boolean gaps, DoubleToLongFunction axis) {
        this.recording = recording;
        this.size = size;
        this.rate = rate;
        this.gaps = gaps;
        this.axis = axis;
    }

    int size() {
        return size;
    }

    double rate() {
        return rate;
    }

    /** Adds a mark as it is. */
    void add(Annotation mark) {
        all.add(new Placed(mark.sample(), mark));
    }

    /** Adds what is said of a moment. */
    public void addAt(double seconds, String text) {
        all.add(new Placed(axis.applyAsLong(seconds), BeatWord.annotation(text)));
    }

    /** Adds what a file says of a sample. */
    public void addCounted(long sample, String text, Path file) {
        if (gaps) {
            throw new UserError(
                    file + " counts samples, but " + recording
                            + " has gaps, and it is not told whether they are counted",
                    "give the marks their times in seconds");
        }
        all.add(new Placed(sample, BeatWord.annotation(text)));
    }

    /** Whether there is a beat among the marks so far. */
    public boolean haveBeats() {
        return all.stream().anyMatch(placed -> isBeat(placed.mark()));
    }

    /**
     * All marks in the order of their samples. Those that are no beats and lie outside the recording are left out.
     *
     * @throws UserError if a beat lies outside, with the place of the first
     */
    public List<Annotation> inOrder() {
        List<Placed> outside = all.stream()
                .filter(placed -> isBeat(placed.mark()) && (placed.sample() < 0 || placed.sample() >= size))
                .toList();
        if (!outside.isEmpty()) {
            Placed first = outside.get(0);
            throw new UserError(
                    recording + ": the beat '" + first.mark().symbol() + "' at sample " + first.sample()
                            + " lies outside the recording, which has " + size + " samples, " + rate + " a second"
                            + (outside.size() > 1 ? "; so do " + (outside.size() - 1) + " more" : ""),
                    "check that marks and recording belong together, that marks count from 0, and that the rate is right");
        }
        return all.stream()
                .filter(placed -> placed.sample() >= 0 && placed.sample() < size)
                .sorted(Comparator.comparingLong(Placed::sample))
                .map(placed -> placed.mark().at(placed.sample()))
                .toList();
    }

    /** What was passed over though somebody's word for a beat may be among it, a sentence; or nothing. */
    public List<String> warnings() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        all.stream()
                .map(placed -> placed.mark().text())
                .filter(text -> !text.isEmpty() && BeatWord.isUnknown(text))
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        if (counts.isEmpty()) {
            return List.of();
        }
        return List.of("Annotations that name no beat that is known are passed over: "
                + counts.entrySet().stream()
                        .limit(MOST_NAMED)
                        .map(entry -> "'" + entry.getKey() + "' (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", "))
                + (counts.size() > MOST_NAMED ? " and " + (counts.size() - MOST_NAMED) + " more" : "") + ".");
    }

    private static boolean isBeat(Annotation mark) {
        return BeatWord.of(mark.symbol()).isPresent();
    }
}

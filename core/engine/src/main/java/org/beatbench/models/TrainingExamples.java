package org.beatbench.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.inquiry.FindingsTable;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;
import org.beatbench.protocol.Draws;

/**
 * Some of the beats that a model learned from, which are kept beside it: what a new beat is most like, and whether it is unlike all of
 * them. Distances are Euclidean, over all numbers of a beat.
 */
public final class TrainingExamples {

    static final String FILE = "examples.csv.gz";

    /** Of each class; fewer where beats are long. */
    private static final int EACH = 200;

    private static final int MOST_NUMBERS = 2_000_000;

    /** Of so many of the examples themselves, the nearest of somebody else is no farther than is usual. */
    private static final double USUAL = 0.95;

    private static final String REMEDY = "get the whole folder again from where it came, or train the model again";
    private static final List<String> KNOWN = List.of("record", "subject", "sample", "class", "length");

    private final Beats beats;
    private final Neighbours neighbours;
    private final double usual;

    private TrainingExamples(Beats beats) {
        this.beats = beats;
        Selection all = Selection.of(IntStream.range(0, beats.size()).toArray());
        this.neighbours = Neighbours.of(beats.samples(), all, RowDistance.EUCLIDEAN, Cancellation.NEVER);
        double[] distances = neighbours
                .ask(
                        beats.samples(),
                        all,
                        Runtime.getRuntime().availableProcessors(),
                        Cancellation.NEVER,
                        search -> search.nearest(1, row -> isOfAnother(row, search.asked())))
                .stream()
                .flatMap(List::stream)
                .mapToDouble(Neighbour::distance)
                .sorted()
                .toArray();
        this.usual = distances.length == 0
                ? Double.POSITIVE_INFINITY
                : distances[(int) Math.ceil(USUAL * distances.length) - 1];
    }

    /** Whether two examples come from different people, or records where nobody is known; else, whether they are two. */
    private boolean isOfAnother(int one, int other) {
        String first = owner(beats.beat(one));
        return first.isEmpty() ? one != other : !first.equals(owner(beats.beat(other)));
    }

    private static String owner(Beat beat) {
        return beat.knowsSubject() ? beat.subject() : beat.record();
    }

    /** Draws up to {@value #EACH} beats of each class. */
    static Beats drawn(Beats learned, long seed) {
        List<Integer> drawn = new ArrayList<>();
        long numbers = (long) learned.length() * learned.classes().size();
        int each = (int) Math.min(EACH, MOST_NUMBERS / numbers);
        for (int label = 0; label < learned.classes().size(); label++) {
            int wanted = label;
            int[] own = IntStream.range(0, learned.size())
                    .filter(row -> learned.label(row) == wanted)
                    .toArray();
            int[] some = Draws.of(seed, "examples/" + label).withoutReplacement(own, Math.min(each, own.length));
            Arrays.stream(some).sorted().forEach(drawn::add);
        }
        return learned.select(
                Selection.of(drawn.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Writes some beats beside a model, as a table that any tool reads. */
    static void write(Beats beats, Path model) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < beats.size(); row++) {
            Beat beat = beats.beat(row);
            List<String> fields = new ArrayList<>(List.of(
                    beat.record(),
                    beat.subject(),
                    Long.toString(beat.position()),
                    beats.classes().get(beat.label()),
                    Integer.toString(beat.unpaddedLength())));
            for (float value : beats.samples().row(row)) {
                fields.add(Float.toString(value));
            }
            rows.add(fields);
        }
        table(beats.length()).write(rows, model.resolve(FILE));
    }

    private static FindingsTable table(int width) {
        List<String> columns = new ArrayList<>(KNOWN);
        IntStream.rangeClosed(1, width).forEach(place -> columns.add("v" + place));
        return new FindingsTable(columns, "beats that the model learned from", REMEDY);
    }

    /**
     * Those that are kept beside a model that is sealed; none if it was saved without.
     *
     * @throws org.beatbench.api.UserError if they are damaged or not of such a model
     */
    static Optional<TrainingExamples> read(Path model, BeatForm form) throws IOException {
        Path file = model.resolve(FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Beats read = table(form.length()).read(file, rows -> {
            Beats.Builder beats = Beats.builder(form.classes(), form.columns(), rows.size());
            float[] samples = new float[form.length()];
            for (List<String> row : rows) {
                for (int k = 0; k < samples.length; k++) {
                    samples[k] = Float.parseFloat(row.get(KNOWN.size() + k));
                }
                beats.add(
                        samples,
                        Beat.anonymous(FindingsTable.label(row.get(3), form.classes()), Integer.parseInt(row.get(4)))
                                .withSubject(row.get(1))
                                .withPlace(row.get(0), Long.parseLong(row.get(2))));
            }
            return beats.build();
        });
        return read.isEmpty() ? Optional.empty() : Optional.of(new TrainingExamples(read));
    }

    /** The beats, at least one. */
    public Beats beats() {
        return beats;
    }

    /**
     * The distance up to which a beat is as near to these as they are to each other: that which 95 in 100 of them keep from the nearest of
     * another person, or record.
     */
    public double usual() {
        return usual;
    }

    /**
     * The nearest example to each of some beats; none to one with a number that is not finite.
     *
     * @param asked of the same form
     * @param threads how many to use; the answers do not depend on it
     */
    public List<Optional<Neighbour>> nearest(Beats asked, int threads) {
        Selection all = Selection.of(IntStream.range(0, asked.size()).toArray());
        return neighbours.nearest(asked.samples(), all, 1, threads, Cancellation.NEVER).stream()
                .map(found -> found.stream().findFirst())
                .toList();
    }
}

package org.beatbench.distance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;
import org.beatbench.inquiry.Scope;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;
import org.beatbench.protocol.Draws;

/** Measures how far test beats are from training beats, exactly; but for the answers the same for every model of a split. */
final class DistanceMeasurement {

    /** Training beats of a class that say what is usual in it. */
    private static final int USUAL = 200;

    private final Scope scope;
    private final int threads;
    private final Cancellation cancellation;
    private final int[] training;
    private final Neighbours neighbours;

    /** @param threads how many to use; the distances do not depend on it */
    DistanceMeasurement(Scope scope, int threads, Cancellation cancellation) {
        this.scope = scope;
        this.threads = threads;
        this.cancellation = cancellation;
        // A row that stands there twice would be its own nearest other.
        this.training = scope.training().stream().distinct().sorted().toArray();
        this.neighbours =
                Neighbours.of(scope.dataset().samples(), Selection.of(training), RowDistance.EUCLIDEAN, cancellation);
    }

    /**
     * The distances of the beats in the scope, beside what was answered of them. Beats with samples that are not finite are at no
     * distance from anything, and left out.
     *
     * @param tested one for each row of the test part, in its order
     */
    TrainingDistances of(Predictions tested) {
        Beats dataset = scope.dataset();
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < scope.test().size(); place++) {
            places.putIfAbsent(scope.test().at(place), place);
        }
        Selection sample = scope.sample();
        List<List<Neighbour>> found = nearest(sample, 1);
        float[] usual = new float[dataset.classes().size()];
        for (int label = 0; label < usual.length; label++) {
            usual[label] = usual(label);
        }
        List<DistantBeat> beats = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            for (Neighbour nearest : found.get(i)) {
                int row = sample.at(i);
                int label = dataset.label(nearest.row());
                beats.add(new DistantBeat(
                        row,
                        dataset.label(row),
                        tested.label(Objects.requireNonNull(places.get(row))),
                        (float) nearest.distance(),
                        nearest.row(),
                        label,
                        usual[label]));
            }
        }
        return new TrainingDistances(beats);
    }

    /** The median distance of some training beats of a class from their nearest other; 0 if there are none. */
    private float usual(int label) {
        int[] own = Arrays.stream(training)
                .filter(row -> scope.dataset().label(row) == label)
                .toArray();
        int[] some = Draws.of(scope.seed(), "distance/" + label).withoutReplacement(own, Math.min(USUAL, own.length));
        double[] distances = nearest(Selection.of(some), 2).stream()
                .filter(found -> found.size() > 1)
                .mapToDouble(found -> found.get(1).distance())
                .sorted()
                .toArray();
        return distances.length == 0 ? 0 : (float) distances[distances.length / 2];
    }

    private List<List<Neighbour>> nearest(Selection rows, int k) {
        return neighbours.nearest(scope.dataset().samples(), rows, k, threads, cancellation);
    }
}

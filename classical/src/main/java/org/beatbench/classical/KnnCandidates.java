package org.beatbench.classical;

/** The k nearest of all beats added: their distances in ascending order, and their labels. */
final class KnnCandidates {

    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final double[] distances;
    private final int[] labels;
    private int size;

    /** The label of the beats that are as far as the furthest but had to stay outside. */
    private int outside = NONE;

    KnnCandidates(int k) {
        this.distances = new double[k];
        this.labels = new int[k];
    }

    /** Adds a beat; one that is as far as the furthest does not take its place. */
    void add(double distance, int label) {
        if (size < distances.length) {
            insert(distance, label);
            return;
        }
        double furthest = distances[size - 1];
        if (distance == furthest) {
            leave(label);
        } else if (distance < furthest) {
            int dropped = labels[size - 1];
            size--;
            insert(distance, label);
            if (distances[size - 1] == furthest) {
                leave(dropped);
            } else {
                outside = NONE;
            }
        }
    }

    private void insert(double distance, int label) {
        int place = size;
        while (place > 0 && distances[place - 1] > distance) {
            distances[place] = distances[place - 1];
            labels[place] = labels[place - 1];
            place--;
        }
        distances[place] = distance;
        labels[place] = label;
        size++;
    }

    private void leave(int label) {
        outside = outside == NONE || outside == label ? label : SEVERAL;
    }

    /**
     * Whether the answer does not depend on which of the beats at the furthest distance are in: either all of them are, or
     * they have one label.
     */
    boolean settled() {
        if (outside == NONE) {
            return true;
        }
        for (int place = size - 1; place >= 0 && distances[place] == distances[size - 1]; place--) {
            if (labels[place] != outside) {
                return false;
            }
        }
        return true;
    }

    /** The distance of the last of the k, infinite as long as there are fewer. */
    double furthest() {
        return size < distances.length ? Double.POSITIVE_INFINITY : distances[size - 1];
    }

    int size() {
        return size;
    }

    double distance(int place) {
        return distances[place];
    }

    int label(int place) {
        return labels[place];
    }
}

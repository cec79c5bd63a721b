package org.beatbench.canaries;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.beatbench.api.Beats;

/** How many training beats each class has, at least one in all. */
final class ClassCounts {

    private final int[] counts;
    private final double all;

    private ClassCounts(int[] counts) {
        this.counts = counts;
        this.all = Arrays.stream(counts).asLongStream().sum();
    }

    static ClassCounts of(Beats training) {
        return new ClassCounts(training.classCounts());
    }

    static ClassCounts read(DataInputStream in, int classes) throws IOException {
        ClassCounts read = new ClassCounts(readInts(in, classes));
        if (read.all == 0) {
            throw new IOException("it counts no beats");
        }
        return read;
    }

    void write(DataOutputStream out) throws IOException {
        writeInts(out, counts);
    }

    /** The part of the beats that is of a class, 0..1. */
    double share(int label) {
        return counts[label] / all;
    }

    /** The parts of all classes. */
    float[] shares() {
        float[] shares = new float[counts.length];
        for (int label = 0; label < shares.length; label++) {
            shares[label] = (float) share(label);
        }
        return shares;
    }

    /** The class that stands at a place of 0..1 when the beats stand in the order of their classes. */
    int at(double place) {
        int last = 0;
        double beats = place * all;
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] > 0) {
                last = label;
                if (beats < counts[label]) {
                    return label;
                }
                beats -= counts[label];
            }
        }
        return last;
    }

    /** Counts of beats, none negative. */
    static int[] readInts(DataInputStream in, int size) throws IOException {
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = in.readInt();
            if (values[i] < 0) {
                throw new IOException("it counts " + values[i] + " beats");
            }
        }
        return values;
    }

    static void writeInts(DataOutputStream out, int[] values) throws IOException {
        for (int value : values) {
            out.writeInt(value);
        }
    }
}

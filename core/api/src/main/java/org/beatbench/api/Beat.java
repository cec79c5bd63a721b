package org.beatbench.api;

/**
 * What is known of one heartbeat besides its samples. Made by {@link #anonymous} and, for what else is known, the methods that
 * begin with {@code with}.
 *
 * @param label index into the class names of its {@link Beats}, or {@link #UNLABELLED}
 * @param unpaddedLength samples of each channel before the zero padding begins, 0 to the samples of the form
 * @param rrBefore seconds from the beat before, NaN if unknown
 * @param rrAfter seconds to the beat after, NaN if unknown
 * @param subject the person, the unit that honest splits keep together; empty if unknown
 * @param record the recording, empty if unknown
 * @param position sample number of the annotation in its recording, -1 if unknown
 * @param symbol the annotator's symbol, empty if unknown
 */
public record Beat(
        int label,
        int unpaddedLength,
        double rrBefore,
        double rrAfter,
        String subject,
        String record,
        long position,
        String symbol) {

    /** The label of a beat whose class is not known, or not to be known. */
    public static final int UNLABELLED = -1;

    public Beat {
        if (label < UNLABELLED) {
            throw new IllegalArgumentException("label must be at least -1: " + label);
        }
        if (unpaddedLength < 0) {
            throw new IllegalArgumentException("unpaddedLength must not be negative: " + unpaddedLength);
        }
    }

    /** A beat of which only the class and the length are known. */
    public static Beat anonymous(int label, int unpaddedLength) {
        return new Beat(label, unpaddedLength, Double.NaN, Double.NaN, "", "", -1, "");
    }

    /** This beat, with the person it is of. */
    public Beat withSubject(String person) {
        return new Beat(label, unpaddedLength, rrBefore, rrAfter, person, record, position, symbol);
    }

    /**
     * This beat, with its place.
     *
     * @param recording in which it is
     * @param sample of its annotation there, -1 if unknown
     */
    public Beat withPlace(String recording, long sample) {
        return new Beat(label, unpaddedLength, rrBefore, rrAfter, subject, recording, sample, symbol);
    }

    /** This beat, with the seconds from the beat before and to the beat after; NaN for what is unknown. */
    public Beat withIntervals(double before, double after) {
        return new Beat(label, unpaddedLength, before, after, subject, record, position, symbol);
    }

    /** This beat, with its annotator's symbol. */
    public Beat withSymbol(String written) {
        return new Beat(label, unpaddedLength, rrBefore, rrAfter, subject, record, position, written);
    }

    public boolean knowsSubject() {
        return !subject.isEmpty();
    }

    /** This beat with another number of samples before its padding. */
    public Beat ofLength(int samples) {
        return new Beat(label, samples, rrBefore, rrAfter, subject, record, position, symbol);
    }

    /** Class, person and place alone, by which the same beat is known however it was cut. */
    public Beat identity() {
        return new Beat(label, 0, 0, 0, subject, record, position, symbol);
    }

    /** This beat as a model may see it: without label or symbol, and without anything to look them up by. */
    public Beat sealed() {
        return new Beat(UNLABELLED, unpaddedLength, rrBefore, rrAfter, "", "", -1, "");
    }
}

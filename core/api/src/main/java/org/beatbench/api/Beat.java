package org.beatbench.api;

/**
 * What is known of one heartbeat besides its samples.
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

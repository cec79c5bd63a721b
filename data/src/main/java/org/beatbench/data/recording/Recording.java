package org.beatbench.data.recording;

import java.util.List;

/**
 * Signals that were recorded together, and the marks that annotators set in them.
 *
 * @param name the record's name, such as {@code 100}
 * @param subject the person it was recorded from; empty if unknown
 * @param rate samples a second of each signal, above 0
 * @param leads which leads were recorded, and which of them are kept
 * @param signals the samples of the leads that are kept, all of the same size; at least one
 * @param annotations in order of their samples, all inside the signals
 * @param comments free text of the header, a line each
 * @param warnings what somebody must look at though it can be used, a sentence each that does not name the recording
 */
public record Recording(
        String name,
        String subject,
        double rate,
        Leads leads,
        List<Signal> signals,
        List<Annotation> annotations,
        List<String> comments,
        List<String> warnings) {

    public Recording {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("rate must be above 0: " + rate);
        }
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("a recording must have a signal: " + name);
        }
        if (signals.size() != leads.kept().size()) {
            throw new IllegalArgumentException(signals.size() + " signals of " + leads.kept());
        }
        int size = signals.get(0).size();
        if (signals.stream().anyMatch(signal -> signal.size() != size)) {
            throw new IllegalArgumentException("the signals of " + name + " differ in size");
        }
        long last = 0;
        for (Annotation annotation : annotations) {
            if (annotation.sample() < last || annotation.sample() >= size) {
                throw new IllegalArgumentException("annotations must ascend inside the signal: " + annotation);
            }
            last = annotation.sample();
        }
        signals = List.copyOf(signals);
        annotations = List.copyOf(annotations);
        comments = List.copyOf(comments);
        warnings = List.copyOf(warnings);
    }

    /** A recording of which all leads are kept. */
    public Recording(
            String name,
            String subject,
            double rate,
            List<Signal> signals,
            List<Annotation> annotations,
            List<String> comments) {
        this(name, subject, rate, Leads.of(signals), signals, annotations, comments, List.of());
    }

    /** This recording with other samples and marks, of the same leads. */
    public Recording with(List<Signal> otherSignals, List<Annotation> otherAnnotations) {
        return new Recording(name, subject, rate, leads, otherSignals, otherAnnotations, comments, warnings);
    }

    /** This recording as that of a person. */
    public Recording of(String person) {
        return new Recording(name, person, rate, leads, signals, annotations, comments, warnings);
    }

    /** Samples of each signal. */
    public int size() {
        return signals.get(0).size();
    }

    /** Length in seconds. */
    public double seconds() {
        return size() / rate;
    }
}

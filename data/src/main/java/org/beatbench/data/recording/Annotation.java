package org.beatbench.data.recording;

/**
 * One mark that an annotator set in a recording: a beat, a change of rhythm or signal quality, or a comment.
 *
 * @param sample the sample it marks, 0-based
 * @param symbol the mnemonic of its kind, such as {@code N} for a normal beat or {@code +} for a change of rhythm
 * @param subtype free for the annotator's use, -128 to 127
 * @param channel the signal it belongs to, 0-based; 0 where the file does not say
 * @param number free for the annotator's use, -128 to 127
 * @param text what the annotator wrote, such as {@code (AFIB} with a change of rhythm; mostly empty
 */
public record Annotation(long sample, String symbol, int subtype, int channel, int number, String text) {

    public Annotation {
        if (sample < 0) {
            throw new IllegalArgumentException("sample must not be negative: " + sample);
        }
    }

    /** The same mark in another place. */
    public Annotation at(long other) {
        return new Annotation(other, symbol, subtype, channel, number, text);
    }

    /** A mark of which only place and kind are known. */
    public static Annotation of(long sample, String symbol) {
        return new Annotation(sample, symbol, 0, 0, 0, "");
    }
}

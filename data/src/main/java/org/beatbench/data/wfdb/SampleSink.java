package org.beatbench.data.wfdb;

/** Takes the samples of the signals of one file, a stretch at a time. */
@FunctionalInterface
interface SampleSink {

    /**
     * Takes the next samples of a signal.
     *
     * @param signal its place among the signals of the file
     * @param samples as they are stored; not to be kept
     * @param count how many
     */
    void add(int signal, int[] samples, int count);
}

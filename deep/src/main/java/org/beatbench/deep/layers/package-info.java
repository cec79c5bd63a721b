/**
 * Layers for Deeplearning4j over time, faster than its own or missing there: configurations that go where a stock layer's would
 * ({@code new NeuralNetConfiguration.Builder()….list().layer(Recurrent.gru(64))…}), are written and read by DL4J's own
 * serializer, and take sequences as {@code [beats, channels, steps]} with a mask {@code [beats, steps]} where beats end early.
 */
@NullMarked
package org.beatbench.deep.layers;

import org.jspecify.annotations.NullMarked;

package org.beatbench.deep.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.GRU;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Our layers beside those of DL4J and ND4J that do the same: a second source that nobody here wrote. */
final class StockLayersTest {

    @ParameterizedTest
    @CsvSource({"1,IDENTITY", "3,RELU", "5,IDENTITY", "7,RELU"})
    void convolvesAsConvolution1DLayerDoes(int kernel, Activation activation) {
        MultiLayerNetwork own = network(TemporalConvolution.of(4, kernel, activation == Activation.RELU));
        MultiLayerNetwork stock = network(new Convolution1DLayer.Builder(kernel)
                .rnnDataFormat(RNNFormat.NCW)
                .nOut(4)
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation)
                .build());
        // the shape says [out][in][step], but the operation below reads [step][in][out]: what our layer has
        INDArray weights = stock.getParam("0_W");
        weights.assign(own.getParam("0_W").dup().reshape('c', weights.shape()));
        stock.getParam("0_b").assign(own.getParam("0_b"));
        assertSameAnswer(own, stock, Batch.full());
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,2", "5,2", "3,3", "4,1"})
    void poolsAsSubsampling1DLayerDoes(int window, int stride) {
        assertSameAnswer(
                network(TemporalMaxPooling.of(window, stride)),
                network(new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, window, stride)
                        .convolutionMode(ConvolutionMode.Truncate)
                        .build()),
                Batch.full());
    }

    @ParameterizedTest
    @CsvSource({"MEAN,AVG", "MAX,MAX"})
    void poolsOverTimeAsGlobalPoolingLayerDoes(TimePooling own, PoolingType stock) {
        for (Batch batch : List.of(Batch.full(), Batch.masked())) {
            assertSameAnswer(
                    network(PooledTime.of(own, false)), network(new GlobalPoolingLayer.Builder(stock).build()), batch);
        }
    }

    @Test
    void remembersAsLstmDoes() {
        int units = 3;
        MultiLayerNetwork own = network(Recurrent.of(RecurrentCell.LSTM, units, false, false));
        MultiLayerNetwork stock = network(new LSTM.Builder()
                .nOut(units)
                .activation(Activation.TANH)
                .gateActivationFunction(Activation.SIGMOID)
                .build());
        // what DL4J calls the input activation is our gate g, its input gate comes last: g f o i
        int[] gates = {2, 1, 3, 0};
        INDArray biases =
                Nd4j.concat(1, own.getParam("0_b-first"), own.getParam("0_b-second"), own.getParam("0_b-rest"));
        for (int gate = 0; gate < 4; gate++) {
            for (int unit = 0; unit < units; unit++) {
                int ours = gates[gate] * units + unit;
                int theirs = gate * units + unit;
                copyRowToColumn(own.getParam("0_W"), ours, stock.getParam("0_W"), theirs);
                copyRowToColumn(own.getParam("0_RW"), ours, stock.getParam("0_RW"), theirs);
                stock.getParam("0_b").putScalar(theirs, biases.getFloat(ours));
            }
        }
        // not with a mask: DL4J's goes on behind the end of a beat, and leaves it to what follows to look away
        assertSameAnswer(own, stock, Batch.full());
    }

    @Test
    void remembersAsTheGruOperationDoes() {
        int units = 3;
        MultiLayerNetwork own = network(Recurrent.of(RecurrentCell.GRU, units, false, false));
        Batch batch = Batch.full();
        // the operation has no bias behind the reset gate
        INDArray rest = own.getParam("0_b-rest");
        for (int unit = 0; unit < units; unit++) {
            rest.putScalar(units + unit, 0);
        }
        INDArray biases = Nd4j.concat(1, own.getParam("0_b-first"), own.getParam("0_b-second"), rest)
                .reshape(4L * units)
                .get(NDArrayIndex.interval(0, 3 * units))
                .dup();
        INDArray answer = Nd4j.exec(new GRU(
                batch.features().permute(2, 0, 1).dup('c'),
                Nd4j.zeros(batch.size(), units),
                own.getParam("0_W").transpose().dup('c'),
                own.getParam("0_RW").transpose().dup('c'),
                biases))[0];
        assertClose(own.feedForward(batch.features(), false).get(1), answer.permute(1, 2, 0));
    }

    private static void copyRowToColumn(INDArray from, int row, INDArray to, int column) {
        for (int i = 0; i < from.columns(); i++) {
            to.putScalar(i, column, from.getFloat(row, i));
        }
    }

    /** A network that begins with a layer. What follows is needed to make it one, and not looked at. */
    private static MultiLayerNetwork network(Layer layer) {
        List<Layer> layers = new ArrayList<>(List.of(layer));
        if (!(layer instanceof PooledTime) && !(layer instanceof GlobalPoolingLayer)) {
            layers.add(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
        }
        return Networks.of(layers);
    }

    private static void assertSameAnswer(MultiLayerNetwork own, MultiLayerNetwork stock, Batch batch) {
        own.setLayerMaskArrays(batch.mask(), null);
        stock.setLayerMaskArrays(batch.mask(), null);
        assertClose(
                own.feedForward(batch.features(), false).get(1),
                stock.feedForward(batch.features(), false).get(1));
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        float[] got = actual.dup('c').data().asFloat();
        float[] right = expected.dup('c').data().asFloat();
        for (int i = 0; i < right.length; i++) {
            assertThat(got[i]).isCloseTo(right[i], within(2e-6f));
        }
    }
}

package org.beatbench.micro.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import java.util.List;
import java.util.function.UnaryOperator;
import org.beatbench.micro.contest.Network;

/** The networks as blocks of DJL; input batch × 1 × 187, output one logit for each class. */
final class LibtorchNetworks {

    private static final int[] TIME = {2};

    private LibtorchNetworks() {}

    static Block of(Network network) {
        return switch (network) {
            case CNN -> cnn();
            case RESNET -> resnet(false);
            case RESNET_NORMALIZED -> resnet(true);
            case RESNET_NARROW -> narrow();
            case LSTM ->
                recurrent(LSTM.builder()
                        .setStateSize(64)
                        .setNumLayers(1)
                        .optBatchFirst(true)
                        .optReturnState(true)
                        .build());
            case GRU ->
                recurrent(GRU.builder()
                        .setStateSize(64)
                        .setNumLayers(1)
                        .optBatchFirst(true)
                        .optReturnState(true)
                        .build());
        };
    }

    private static Block cnn() {
        return new SequentialBlock()
                .add(convolution(32, 5))
                .add(Activation::relu)
                .add(pool(2, 2))
                .add(convolution(64, 5))
                .add(Activation::relu)
                .add(pool(2, 2))
                .add(convolution(128, 5))
                .add(Activation::relu)
                .add(each(features -> features.mean(TIME)))
                .add(dense(64))
                .add(Activation::relu)
                .add(dense(Network.CLASSES));
    }

    private static Block resnet(boolean normalized) {
        SequentialBlock block = convolution(32, 7, normalized).add(Activation::relu);
        int width = 32;
        for (int filters : new int[] {32, 32, 64, 64, 128}) {
            SequentialBlock main =
                    convolution(filters, 5, normalized).add(Activation::relu).add(convolution(filters, 5, normalized));
            block.add(sum(main, filters == width ? Blocks.identityBlock() : convolution(filters, 1)))
                    .add(Activation::relu)
                    .add(pool(5, 2));
            width = filters;
        }
        return block.add(each(features -> features.mean(TIME).concat(features.max(TIME), 1)))
                .add(dense(Network.CLASSES));
    }

    private static Block narrow() {
        SequentialBlock block = new SequentialBlock().add(convolution(32, 5)).add(Activation::relu);
        for (int i = 0; i < 5; i++) {
            SequentialBlock main = new SequentialBlock()
                    .add(convolution(32, 5))
                    .add(Activation::relu)
                    .add(convolution(32, 5));
            block.add(sum(main, Blocks.identityBlock())).add(Activation::relu).add(pool(5, 2));
        }
        return block.add(Blocks.batchFlattenBlock()).add(dense(Network.CLASSES));
    }

    /** One sample is one step; of what the layer returns, the second is the last state. */
    private static Block recurrent(Block layer) {
        return new SequentialBlock()
                .add(each(beats -> beats.reshape(-1, Network.LENGTH, 1)))
                .add(layer)
                .add(new LambdaBlock(outputs -> new NDList(outputs.get(1).reshape(-1, 64)), "last state"))
                .add(dense(Network.CLASSES));
    }

    private static Block sum(Block main, Block skip) {
        return new ParallelBlock(
                outputs -> new NDList(
                        outputs.get(0).singletonOrThrow().add(outputs.get(1).singletonOrThrow())),
                List.of(main, skip));
    }

    private static Block convolution(int filters, int width) {
        return Conv1d.builder()
                .setKernelShape(new Shape(width))
                .setFilters(filters)
                .optPadding(new Shape(width / 2))
                .build();
    }

    private static SequentialBlock convolution(int filters, int width, boolean normalized) {
        SequentialBlock block = new SequentialBlock().add(convolution(filters, width));
        return normalized ? block.add(BatchNorm.builder().build()) : block;
    }

    private static Block pool(int width, int stride) {
        return Pool.maxPool1dBlock(new Shape(width), new Shape(stride));
    }

    private static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block each(UnaryOperator<NDArray> function) {
        return LambdaBlock.singleton(function);
    }
}

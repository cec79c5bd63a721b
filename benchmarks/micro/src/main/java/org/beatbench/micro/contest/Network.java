package org.beatbench.micro.contest;

import java.util.Arrays;
import java.util.List;
import org.beatbench.api.DidYouMean;

/** A network whose speed is compared; every contestant builds it with the same layers, for 187 samples and five classes. */
public enum Network {
    /** Convolutions of 32, 64 and 128 filters over 5 steps, the first two pooled by 2; mean over time; 64 units. */
    CNN("cnn", "CNN"),

    /** A convolution over 7 samples and five residual blocks, 32 to 128 wide; mean and maximum over time. */
    RESNET("resnet", "Residual network"),

    /** The same with batch normalization behind each convolution but those on the way past a block. */
    RESNET_NORMALIZED("resnet-bn", "Residual network with batch normalization"),

    /** Five residual blocks, all 32 wide, after Kachuee et al. 2018; all that is left of time, side by side. */
    RESNET_NARROW("resnet-32", "Residual network, 32 wide"),

    /** 64 long short-term memory units over all samples, one by one; the last state. */
    LSTM("lstm", "LSTM"),

    /** 64 gated recurrent units over all samples, one by one; the last state. */
    GRU("gru", "GRU");

    /** Samples of a beat. */
    public static final int LENGTH = 187;

    /** Classes to tell apart. */
    public static final int CLASSES = 5;

    private final String id;
    private final String title;

    Network(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /**
     * The network with an id.
     *
     * @throws org.beatbench.api.UserError if there is none
     */
    public static Network of(String id) {
        return Arrays.stream(values())
                .filter(network -> network.id.equals(id))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown("network", id, ids()));
    }

    /** What the networks are called on the command line and in result files. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Network::id).toList();
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }
}

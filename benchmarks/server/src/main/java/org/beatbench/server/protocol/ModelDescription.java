package org.beatbench.server.protocol;

import java.util.Arrays;
import java.util.List;
import org.beatbench.models.ModelCard;

/**
 * What a model is asked and answers.
 *
 * @param name under which it is served
 * @param versions of which there is one
 * @param platform whose model it is
 * @param inputs tensors that it is asked
 * @param outputs tensors that it answers
 */
public record ModelDescription(
        String name, List<String> versions, String platform, List<Tensor> inputs, List<Tensor> outputs) {

    /** The one version of every model that is served: which model it is, its name tells. */
    public static final String VERSION = "1";

    /** The name of the one input. */
    static final String INPUT = "beats";

    private static final long ANY = -1;

    public ModelDescription {
        versions = List.copyOf(versions);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * A tensor.
     *
     * @param name of it
     * @param datatype of its elements
     * @param shape its dimensions, -1 for those of any size
     */
    public record Tensor(String name, String datatype, List<Long> shape) {
        public Tensor {
            shape = List.copyOf(shape);
        }
    }

    /** That of a saved model. */
    public static ModelDescription of(String name, ModelCard card) {
        long classes = card.beats().classes().size();
        return new ModelDescription(
                name,
                List.of(VERSION),
                "beatbench_" + card.classifier().id(),
                List.of(new Tensor(INPUT, Datatype.FP32.name(), List.of(ANY, (long)
                        card.beats().length()))),
                Arrays.stream(Output.values())
                        .map(output -> new Tensor(
                                output.word(),
                                output.datatype(),
                                output == Output.PROBABILITIES ? List.of(ANY, classes) : List.of(ANY)))
                        .toList());
    }
}

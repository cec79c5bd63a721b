package org.beatbench.deep.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameters of all {@link KernelLayer}s, as DL4J wants to know them. */
final class KernelParameters implements ParamInitializer {

    static final KernelParameters INSTANCE = new KernelParameters();

    private KernelParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return ParameterGroup.size(parts(layer));
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return parts(layer).stream().map(ParameterGroup::key).toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return keys(layer, ParameterGroup.Role.WEIGHT);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return keys(layer, ParameterGroup.Role.BIAS);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray flat, boolean initialise) {
        KernelLayer layer = (KernelLayer) conf.getLayer();
        Map<String, INDArray> views = views(layer, flat);
        for (ParameterGroup part : layer.parts()) {
            conf.addVariable(part.key());
            if (initialise) {
                part.initialise(Objects.requireNonNull(views.get(part.key())), layer.getWeightInitFn());
            }
        }
        return views;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray flat) {
        return views((KernelLayer) conf.getLayer(), flat);
    }

    private static Map<String, INDArray> views(KernelLayer layer, INDArray flat) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        int offset = 0;
        for (ParameterGroup part : layer.parts()) {
            views.put(part.key(), part.view(flat, offset));
            offset += part.size();
        }
        return views;
    }

    private static List<ParameterGroup> parts(Layer layer) {
        return ((KernelLayer) layer).parts();
    }

    private static List<String> keys(Layer layer, ParameterGroup.Role role) {
        return parts(layer).stream()
                .filter(part -> part.role() == role)
                .map(ParameterGroup::key)
                .toList();
    }
}

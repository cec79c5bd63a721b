package org.beatbench.classical;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.FeatureMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableDataset;
import org.tribuo.OutputInfo;
import org.tribuo.RealInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.protos.core.DatasetProto;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Labelled beats as a Tribuo data set. Its examples are made when they are asked for: as objects, the examples of 87,554
 * beats would take three times the memory of the beats themselves.
 */
@SuppressWarnings("serial") // Tribuo's supertype is serializable; this type is not, and lives as long as a fit
final class BeatDataset extends Dataset<Label> {

    private static final LabelFactory LABELS = new LabelFactory();
    private static final int ROWS_BETWEEN_CHECKS = 1024;

    private final TribuoFeatures samples;
    private final float[] values;
    private final int[] labels;
    private final Label[] domain;
    private final ImmutableFeatureMap features;
    private final ImmutableOutputInfo<Label> outputs;
    private final Cancellation cancellation;

    /**
     * A data set of labelled beats.
     *
     * @throws IllegalArgumentException if there are no beats, or one is not labelled
     */
    BeatDataset(Beats beats, TribuoFeatures samples, Cancellation cancellation) {
        super(new SimpleDataSourceProvenance(beats.toString(), LABELS), LABELS);
        cancellation.check();
        this.samples = samples;
        this.values = samples.values(beats);
        this.labels = labels(beats);
        this.domain = beats.classes().stream().map(Label::new).toArray(Label[]::new);
        this.features = features(samples, values, labels.length);
        this.outputs = outputs(domain);
        this.cancellation = cancellation;
    }

    private static int[] labels(Beats beats) {
        if (beats.isEmpty()) {
            throw new IllegalArgumentException("training needs at least one beat");
        }
        int[] labels = new int[beats.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = beats.label(row);
            if (labels[row] == Beat.UNLABELLED) {
                throw new IllegalArgumentException("training beat " + row + " has no label");
            }
        }
        return labels;
    }

    private static ImmutableFeatureMap features(TribuoFeatures samples, float[] values, int rows) {
        List<VariableInfo> infos = new ArrayList<>();
        for (int i = 0; i < samples.length(); i++) {
            double max = Double.NEGATIVE_INFINITY;
            double min = Double.POSITIVE_INFINITY;
            double sum = 0;
            for (int at = i; at < values.length; at += samples.length()) {
                max = Math.max(max, values[at]);
                min = Math.min(min, values[at]);
                sum += values[at];
            }
            double mean = sum / rows;
            double squares = 0;
            for (int at = i; at < values.length; at += samples.length()) {
                squares += (values[at] - mean) * (values[at] - mean);
            }
            infos.add(new RealInfo(samples.name(i), rows, max, min, mean, squares));
        }
        return new ImmutableFeatureMap(infos);
    }

    /** All classes, trained on or not, under their labels: Tribuo itself would number those it meets by their hash. */
    private static ImmutableOutputInfo<Label> outputs(Label[] domain) {
        Map<Label, Integer> numbers = new HashMap<>();
        for (int label = 0; label < domain.length; label++) {
            numbers.put(domain[label], label);
        }
        return LABELS.constructInfoForExternalModel(numbers);
    }

    /** The features of all beats, row-major. Not to be changed. */
    float[] values() {
        return values;
    }

    /** The label of each beat. Not to be changed. */
    int[] labels() {
        return labels;
    }

    @Override
    public Example<Label> getExample(int row) {
        if (row % ROWS_BETWEEN_CHECKS == 0) {
            cancellation.check();
        }
        return samples.example(values, row, domain[labels[row]]);
    }

    @Override
    public List<Example<Label>> getData() {
        return new AbstractList<>() {
            @Override
            public Example<Label> get(int row) {
                return getExample(row);
            }

            @Override
            public int size() {
                return labels.length;
            }
        };
    }

    @Override
    public synchronized Iterator<Example<Label>> iterator() {
        return getData().iterator();
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public Set<Label> getOutputs() {
        return outputs.getDomain();
    }

    @Override
    public ImmutableOutputInfo<Label> getOutputIDInfo() {
        return outputs;
    }

    @Override
    public OutputInfo<Label> getOutputInfo() {
        return outputs;
    }

    @Override
    public ImmutableFeatureMap getFeatureIDMap() {
        return features;
    }

    @Override
    public FeatureMap getFeatureMap() {
        return features;
    }

    @Override
    public DatasetProto serialize() {
        return MutableDataset.createDeepCopy(this).serialize();
    }

    @Override
    public DatasetProvenance getProvenance() {
        return new DatasetProvenance(sourceProvenance, new ListProvenance<>(), this);
    }
}

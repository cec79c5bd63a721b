package org.example.randomforest;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
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
 * Labelled beats as a data set of Tribuo, whose examples are made when they are asked for: as objects they take three times
 * the memory of the beats.
 */
final class TrainingBeats extends Dataset<Label> {

    private static final long serialVersionUID = 1;

    private static final LabelFactory LABELS = new LabelFactory();

    private final transient Grid grid;
    private final float[] values;
    private final int[] labels;
    private final Label[] domain;
    private final ImmutableFeatureMap features;
    private final ImmutableOutputInfo<Label> outputs;
    private final transient Cancellation cancellation;

    TrainingBeats(Beats beats, Grid grid, Cancellation cancellation) {
        super(new SimpleDataSourceProvenance(beats.toString(), LABELS), LABELS);
        this.grid = grid;
        this.values = grid.values(beats);
        this.labels = labels(beats);
        this.domain = beats.classes().stream().map(Label::new).toArray(Label[]::new);
        this.features = features(grid, values);
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

    /** What Tribuo keeps of each feature, and wants to be in order when it reads a model. */
    private static ImmutableFeatureMap features(Grid grid, float[] values) {
        int rows = values.length / grid.width();
        List<VariableInfo> infos = new ArrayList<>();
        for (int column = 0; column < grid.width(); column++) {
            DoubleSummaryStatistics of = new DoubleSummaryStatistics();
            for (int at = column; at < values.length; at += grid.width()) {
                of.accept(values[at]);
            }
            double squares = 0;
            for (int at = column; at < values.length; at += grid.width()) {
                squares += (values[at] - of.getAverage()) * (values[at] - of.getAverage());
            }
            infos.add(new RealInfo(grid.name(column), rows, of.getMax(), of.getMin(), of.getAverage(), squares));
        }
        return new ImmutableFeatureMap(infos);
    }

    /** All classes under their labels, trained on or not: Tribuo would number those it meets by their hash. */
    private static ImmutableOutputInfo<Label> outputs(Label[] domain) {
        Map<Label, Integer> numbers = new HashMap<>();
        for (int label = 0; label < domain.length; label++) {
            numbers.put(domain[label], label);
        }
        return LABELS.constructInfoForExternalModel(numbers);
    }

    @Override
    public Example<Label> getExample(int row) {
        cancellation.check();
        return grid.example(values, row, domain[labels[row]]);
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

package org.beatbench.plugins;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.experiment.JoinedDataset;
import org.beatbench.protocol.Parts;

/** Two data sets as one, of which that which is tested has recordings. */
final class JoinedRecordings extends JoinedProvider implements PerturbableProvider<JoinedSettings> {

    JoinedRecordings(KnownDataset<?> training, KnownDataset<?> test) {
        super(training, test);
    }

    @Override
    public List<Beats> perturbed(
            JoinedSettings settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException {
        Beat[][] beats = new Beat[perturbations.size()][chosen.size()];
        float[][][] rows = new float[perturbations.size()][chosen.size()][];
        for (Parts part : Parts.values()) {
            KnownDataset<?> dataset = part == Parts.TRAINING ? training : test;
            Map<String, Object> own =
                    JoinedDataset.settings(part == Parts.TRAINING ? settings.training() : settings.test());
            Selection places = part.rowsOf(chosen);
            if (places.isEmpty()) {
                continue;
            }
            List<String> classes = dataset.load(own, context).classes();
            List<Beats> cut = dataset.perturbed(
                    own, unmarked(part, chosen.select(places), classes), perturbations, seed, context);
            for (int step = 0; step < cut.size(); step++) {
                for (int i = 0; i < places.size(); i++) {
                    Beat beat = cut.get(step).beat(i);
                    rows[step][places.at(i)] = cut.get(step).samples().row(i);
                    beats[step][places.at(i)] = part.mark(beat, place(beat.label(), classes, chosen.classes()));
                }
            }
        }
        List<Beats> all = new ArrayList<>();
        for (int step = 0; step < rows.length; step++) {
            Rows.Builder samples = Rows.builder(chosen.samples().width());
            for (float[] row : rows[step]) {
                samples.add(row);
            }
            all.add(Beats.of(chosen.classes(), chosen.form(), samples.build(), List.of(beats[step])));
        }
        return all;
    }

    private static Beats unmarked(Parts part, Beats marked, List<String> classes) {
        List<Beat> beats = new ArrayList<>();
        for (int row = 0; row < marked.size(); row++) {
            beats.add(part.unmark(marked.beat(row), place(marked.label(row), marked.classes(), classes)));
        }
        return Beats.of(classes, marked.form(), marked.samples(), beats);
    }
}

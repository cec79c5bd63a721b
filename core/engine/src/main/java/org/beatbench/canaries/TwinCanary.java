package org.beatbench.canaries;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;

/**
 * Answers the class of the training beat that is nearest, among all there are: it remembers everything and understands nothing.
 * Where test beats have twins in training, it finds them, and nobody scores much higher.
 */
public final class TwinCanary extends Canary {

    static final String ID = "canary-twin";

    public TwinCanary() {
        super(
                ID,
                "Twin finder",
                "Canary: answers the class of the nearest of all training beats, by Euclidean distance.");
    }

    @Override
    TrainedModel fit(Beats training, FitContext context) {
        int[] labels = training.beats().stream().mapToInt(Beat::label).toArray();
        return new Model(training.samples(), labels, training.classes(), context.threads(), context.cancellation());
    }

    @Override
    TrainedModel read(DataInputStream in, LoadContext context) throws IOException {
        int size = in.readInt();
        if (size < 1) {
            throw new IOException("it holds " + size + " beats");
        }
        // Beat by beat: a broken size must not make room for more beats than there are.
        IntStream.Builder labels = IntStream.builder();
        Rows.Builder samples = Rows.builder(context.length());
        byte[] bytes = new byte[context.length() * Float.BYTES];
        float[] row = new float[context.length()];
        for (int i = 0; i < size; i++) {
            int label = in.readInt();
            if (label < 0 || label >= context.classes().size()) {
                throw new IOException("it has no class " + label);
            }
            labels.add(label);
            in.readFully(bytes);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(row);
            samples.add(row);
        }
        return new Model(
                samples.build(), labels.build().toArray(), context.classes(), context.threads(), Cancellation.NEVER);
    }

    private static final class Model implements TrainedModel {

        private final Rows samples;
        private final int[] labels;
        private final List<String> classes;
        private final int threads;
        private final Neighbours neighbours;

        private Model(Rows samples, int[] labels, List<String> classes, int threads, Cancellation cancellation) {
            this.samples = samples;
            this.labels = labels;
            this.classes = classes;
            this.threads = threads;
            this.neighbours = Neighbours.of(
                    samples, Selection.where(samples.size(), row -> true), RowDistance.EUCLIDEAN, cancellation);
        }

        @Override
        public Predictions predict(Beats beats) {
            Selection asked = Selection.where(beats.size(), row -> true);
            Rows.Builder answers = Rows.builder(classes.size());
            for (List<Neighbour> found : neighbours.nearest(beats.samples(), asked, 1, threads, Cancellation.NEVER)) {
                float[] answer = new float[classes.size()];
                if (found.isEmpty()) {
                    // a beat with samples that are not finite has no neighbour
                    Arrays.fill(answer, 1f / answer.length);
                } else {
                    answer[labels[found.get(0).row()]] = 1;
                }
                answers.add(answer);
            }
            return Predictions.of(answers.build());
        }

        @Override
        public void save(Path folder) throws IOException {
            CanaryFile.write(folder, ID, samples.width(), classes, this::write);
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeInt(labels.length);
            FloatBuffer values = samples.buffer();
            ByteBuffer bytes = ByteBuffer.allocate(samples.width() * Float.BYTES);
            for (int row = 0; row < samples.size(); row++) {
                out.writeInt(labels[row]);
                bytes.asFloatBuffer().put(values.slice(row * samples.width(), samples.width()));
                out.write(bytes.array());
            }
        }
    }
}

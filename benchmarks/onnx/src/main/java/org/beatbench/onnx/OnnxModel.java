package org.beatbench.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.models.BeatForm;

/** A model that ONNX Runtime answers for. */
public final class OnnxModel implements TrainedModel {

    /** Most beats that go through together: as many again take no less time each. */
    private static final int TOGETHER = 256;

    /** Of fewer beats a thread has no good. */
    private static final int FEWEST = 16;

    private static final String FILE = "model.onnx";

    private final byte[] file;
    private final Form form;
    private final int classes;
    private final boolean looksForEnd;
    private final int threads;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private volatile boolean closed;

    private OnnxModel(
            byte[] file,
            BeatForm beats,
            boolean looksForEnd,
            int threads,
            OrtEnvironment environment,
            OrtSession session) {
        this.file = file;
        this.form = beats.columns();
        this.classes = beats.classes().size();
        this.looksForEnd = looksForEnd;
        this.threads = threads;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Opens a graph that was made here.
     *
     * @param beats that it is for
     * @param threads that it may use
     * @throws UserError if ONNX Runtime does not run here, or refuses the graph
     */
    public static OnnxModel of(OnnxGraph graph, BeatForm beats, int threads) {
        return of(graph.bytes(), "the graph", beats, threads);
    }

    /**
     * Opens a file.
     *
     * @param beats that it is for
     * @param threads that it may use
     * @throws UserError if ONNX Runtime does not run here, or the file is no graph for such beats
     */
    public static OnnxModel open(Path file, BeatForm beats, int threads) throws IOException {
        return of(Files.readAllBytes(file), file.toString(), beats, threads);
    }

    private static OnnxModel of(byte[] file, String name, BeatForm beats, int threads) {
        requireWhole(file, name);
        OrtEnvironment environment = OnnxLibrary.environment();
        OrtSession session;
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            // one for each question: its own threads would be woken for every step of a recurrent layer, and those that
            // turn in
            // circles between two questions would take a processor each; ours have blocks of beats of their own
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            session = environment.createSession(file, options);
        } catch (OrtException e) {
            throw new UserError(
                    name + " is refused by ONNX Runtime: " + e.getMessage(), "make it again with export-onnx");
        }
        try {
            requireTable(session.getInputInfo(), OnnxExport.BEATS, beats.length(), name);
            requireTable(
                    session.getOutputInfo(),
                    OnnxExport.PROBABILITIES,
                    beats.classes().size(),
                    name);
            boolean looksForEnd = session.getMetadata().getCustomMetadata().containsKey(GraphFacts.LENGTH);
            return new OnnxModel(file, beats, looksForEnd, threads, environment, session);
        } catch (OrtException | RuntimeException e) {
            close(session);
            throw e instanceof UserError refused
                    ? refused
                    : new UserError(name + " cannot be used: " + e.getMessage(), "make it again with export-onnx");
        }
    }

    /** A graph may name other files that its numbers are read from, wherever they are. */
    private static void requireWhole(byte[] file, String name) {
        try {
            for (TensorProto tensor : ModelProto.parseFrom(file).getGraph().getInitializerList()) {
                if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
                    throw new UserError(name + " is refused: it reads other files", "make it again with export-onnx");
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new UserError(name + " is no ONNX graph: " + e.getMessage(), "make it again with export-onnx");
        }
    }

    private static void requireTable(Map<String, NodeInfo> found, String name, int columns, String file) {
        NodeInfo info = found.get(name);
        if (found.size() != 1
                || info == null
                || !(info.getInfo() instanceof TensorInfo table)
                || table.getShape().length != 2
                || table.getShape()[1] != columns) {
            throw new UserError(
                    file + " is no graph for such beats: it has not the one table \"" + name + "\" of " + columns
                            + " columns",
                    "make it again with export-onnx");
        }
    }

    @Override
    public Predictions predict(Beats beats) {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        if (!beats.form().equals(form) || beats.classes().size() != classes) {
            throw new IllegalArgumentException("beats must be of " + form + ", " + classes + " classes: " + beats);
        }
        float[] answers = new float[Math.multiplyExact(beats.size(), classes)];
        int workers = Math.max(1, Math.min(threads, beats.size() / FEWEST));
        int block = Math.min(TOGETHER, (beats.size() + workers - 1) / workers);
        if (workers == 1) {
            answer(beats, block, new AtomicInteger(), answers);
        } else {
            answer(beats, block, workers, answers);
        }
        return Predictions.of(Rows.of(answers, classes));
    }

    private void answer(Beats beats, int block, int workers, float[] answers) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                parts.add(pool.submit(() -> answer(beats, block, next, answers)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it answered", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Answers block after block, whichever is next. */
    private void answer(Beats beats, int block, AtomicInteger next, float[] answers) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES * form.width(), block))
                .order(ByteOrder.nativeOrder());
        float[] row = new float[form.width()];
        for (int from = next.getAndAdd(block); from < beats.size(); from = next.getAndAdd(block)) {
            int count = Math.min(block, beats.size() - from);
            FloatBuffer values = bytes.asFloatBuffer();
            for (int i = 0; i < count; i++) {
                read(beats, from + i, row);
                values.put(row);
            }
            values.flip();
            answer(values, count, answers, from * classes);
        }
    }

    private void read(Beats beats, int number, float[] row) {
        beats.samples().copyRow(number, row, 0);
        for (int column = 0; column < row.length; column++) {
            if (!Float.isFinite(row[column])) {
                throw new IllegalArgumentException(
                        "beat " + number + ", column " + column + ": not a finite number: " + row[column]);
            }
        }
        if (looksForEnd) {
            markEnd(row, Math.max(1, beats.beat(number).unpaddedLength()));
        }
    }

    /** Lets the graph find a beat's end where it is known: behind it there are zeros, and in it one is not quite. */
    private void markEnd(float[] row, int length) {
        boolean ends = false;
        for (int channel = 0; channel < form.channels().size(); channel++) {
            int start = form.startOf(channel);
            Arrays.fill(row, start + length, start + form.samples(), 0f);
            ends |= row[start + length - 1] != 0;
        }
        if (!ends) {
            row[length - 1] = Float.MIN_NORMAL;
        }
    }

    private void answer(FloatBuffer values, int count, float[] answers, int at) {
        try (OnnxTensor asked = OnnxTensor.createTensor(environment, values, new long[] {count, form.width()});
                OrtSession.Result result = session.run(Map.of(OnnxExport.BEATS, asked))) {
            // closed with the result
            OnnxTensor answered = (OnnxTensor) result.get(0);
            Objects.requireNonNull(answered.getFloatBuffer()).get(answers, at, count * classes);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime gave up: " + e.getMessage(), e);
        }
    }

    @Override
    public void save(Path folder) throws IOException {
        Files.write(folder.resolve(FILE), file);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            close(session);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session cannot be closed: " + e.getMessage(), e);
        }
    }
}

package org.beatbench.server.batching;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.models.BeatFlag;
import org.beatbench.models.BeatForm;
import org.beatbench.server.protocol.Answered;
import org.beatbench.server.protocol.Asked;
import org.beatbench.server.protocol.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts to a model what many clients ask, as much at a time as is waiting: while it answers, others gather. Who asks alone does not wait
 * for anybody. First come, first served; who asks for more beats than fit into a batch goes to the end of the queue with the rest of
 * them, so that a single beat waits for a few batches at most.
 */
public final class Batcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);

    private final String name;
    private final TrainedModel model;
    private final BeatForm form;
    private final int most;
    private final int mostWaiting;
    private final ModelCounts counts = new ModelCounts();
    private final Deque<Question> queue = new ArrayDeque<>();
    private final Thread worker;
    private final float[] numbers;
    /** By length: of a row nothing else is known. */
    private final @Nullable Beat[] beats;

    private int waiting;
    private boolean closed;

    /** Beats of one question in a batch. */
    private record Piece(Question question, int first, int count) {}

    /**
     * Begins to wait for questions.
     *
     * @param name of the model, for messages
     * @param model not closed here
     * @param form of the beats that it answers
     * @param most beats that are put to it at a time
     * @param mostWaiting beats that may wait; one question alone may have more
     */
    public Batcher(String name, TrainedModel model, BeatForm form, int most, int mostWaiting) {
        this.name = name;
        this.model = model;
        this.form = form;
        this.most = most;
        this.mostWaiting = mostWaiting;
        this.numbers = new float[Math.multiplyExact(most, form.length())];
        this.beats = new @Nullable Beat[form.columns().samples() + 1];
        this.worker = new Thread(this::work, "answers of " + name);
        worker.setDaemon(true);
        worker.start();
    }

    public ModelCounts counts() {
        return counts;
    }

    /** Beats that wait now. */
    public int waiting() {
        synchronized (queue) {
            return waiting;
        }
    }

    /**
     * Asks the model; returns when all beats are answered.
     *
     * @throws Refusal if too many wait already, the model fails, or it takes too long
     */
    public Answered ask(Asked asked, Duration patience) {
        Question question = new Question(asked, form.classes().size());
        synchronized (queue) {
            if (closed) {
                throw new Refusal(Refusal.UNAVAILABLE, "the server is stopping");
            }
            if (waiting > 0 && waiting + asked.beats() > mostWaiting) {
                throw new Refusal(
                        Refusal.TOO_MANY, waiting + " beats wait for " + name + " already; ask again a little later");
            }
            waiting += asked.beats();
            queue.addLast(question);
            queue.notifyAll();
        }
        return question.await(patience.toNanos());
    }

    private void work() {
        for (List<Piece> batch = next(); !batch.isEmpty(); batch = next()) {
            answer(batch);
        }
    }

    /** Waits for the next batch; an empty one is the end. */
    private List<Piece> next() {
        synchronized (queue) {
            while (queue.isEmpty() && !closed) {
                try {
                    queue.wait();
                } catch (InterruptedException e) {
                    // Nobody has a reason to: the end is told by the flag.
                    LOG.debug("interrupted", e);
                }
            }
            return taken();
        }
    }

    private List<Piece> taken() {
        List<Piece> batch = new ArrayList<>();
        List<Question> unfinished = new ArrayList<>();
        int room = most;
        while (room > 0 && !queue.isEmpty()) {
            Question question = queue.removeFirst();
            if (question.isOver()) {
                waiting -= question.left();
                continue;
            }
            int count = Math.min(room, question.left());
            batch.add(new Piece(question, question.take(count), count));
            waiting -= count;
            room -= count;
            if (question.left() > 0) {
                unfinished.add(question);
            }
        }
        queue.addAll(unfinished);
        return batch.isEmpty() && !closed ? next() : batch;
    }

    private void answer(List<Piece> batch) {
        try {
            predict(batch);
        } catch (RuntimeException | Error e) {
            if (batch.size() > 1) {
                // One may be to blame, and the others are not to suffer from it.
                batch.forEach(piece -> answer(List.of(piece)));
                return;
            }
            LOG.warn("{} did not answer", name, e);
            batch.get(0)
                    .question()
                    .refuse(new Refusal(
                            Refusal.FAILED,
                            e.getCause() instanceof IllegalArgumentException unsound
                                    ? "the model gives no answer to such numbers: " + unsound.getMessage()
                                    : "the model failed; the server's log says why"));
        }
    }

    private void predict(List<Piece> batch) {
        int size = 0;
        for (Piece piece : batch) {
            System.arraycopy(
                    piece.question().numbers(),
                    piece.first() * form.length(),
                    numbers,
                    size * form.length(),
                    piece.count() * form.length());
            size += piece.count();
        }
        Beats asked = beats(size);
        long start = System.nanoTime();
        Predictions answers = model.predict(asked);
        counts.batch(size, System.nanoTime() - start);
        int row = 0;
        for (Piece piece : batch) {
            Question question = piece.question();
            if (piece.first() == 0) {
                counts.waited(question.waited());
            }
            for (int i = 0; i < piece.count(); i++) {
                fill(question.answered(), piece.first() + i, asked, answers, row++);
            }
            question.answered(piece.count());
        }
    }

    private static void fill(Answered answered, int beat, Beats asked, Predictions answers, int row) {
        if (BeatFlag.isFlat(asked, row)) {
            answered.flat(beat);
            return;
        }
        for (int label = 0; label < answers.classes(); label++) {
            answered.set(beat, label, answers.probability(row, label));
        }
        answered.answer(
                beat, answers.label(row), BeatFlag.ofAnswer(row, answers, false).orElse(null));
    }

    private Beats beats(int size) {
        List<Beat> known = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            known.add(beat(length(row)));
        }
        Rows rows = Rows.read(FloatBuffer.wrap(numbers, 0, size * form.length()), form.length());
        return Beats.of(form.classes(), form.columns(), rows, known);
    }

    private Beat beat(int length) {
        Beat known = beats[length];
        if (known == null) {
            known = Beat.anonymous(Beat.UNLABELLED, length);
            beats[length] = known;
        }
        return known;
    }

    /** As of a row in a file: what is zero at the end is padding, where a beat is one signal. */
    private int length(int row) {
        if (!form.columns().single()) {
            return form.columns().samples();
        }
        int end = form.length();
        while (end > 0 && numbers[row * form.length() + end - 1] == 0) {
            end--;
        }
        return end;
    }

    /** Ends when all that wait have their answers; refuses new ones. */
    @Override
    public void close() {
        synchronized (queue) {
            closed = true;
            queue.notifyAll();
        }
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

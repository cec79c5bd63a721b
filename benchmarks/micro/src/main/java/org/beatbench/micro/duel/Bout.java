package org.beatbench.micro.duel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.beatbench.micro.contest.Network;

/**
 * The duel over one network. Every contestant has a process of its own, so that no library disturbs the threads of another;
 * all of them are warmed up, and then take turns, exercise by exercise, the order reversed in every other round. Whoever fails
 * is out, with all that was measured of it.
 */
final class Bout implements AutoCloseable {

    private final Network network;
    private final DuelPlan plan;
    private final List<Exercise> exercises;
    private final Consumer<String> progress;
    private final List<Rival> rivals = new ArrayList<>();
    private final List<Participant> participants = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    /**
     * A duel over one network.
     *
     * @param progress is told what happens, in lines for people
     */
    Bout(Network network, DuelPlan plan, Consumer<String> progress) {
        this.network = network;
        this.plan = plan;
        this.progress = progress;
        exercises = Exercise.all(plan.batches());
    }

    /**
     * Measures.
     *
     * @param entrants who takes part
     * @param material folder of the beats
     * @param scratch folder for what the processes complain about
     * @param models folder that gets what was trained, a folder for each contestant
     */
    DuelResult run(List<Entrant> entrants, Path material, Path scratch, Path models) throws IOException {
        for (Entrant entrant : entrants) {
            start(entrant, material, scratch);
        }
        each(rivals, this::warmUp);
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.accept(network.id() + ": round " + round + " of " + plan.rounds());
            for (Exercise exercise : exercises) {
                int now = round;
                List<Rival> order = new ArrayList<>(rivals);
                if (round % 2 == 0) {
                    Collections.reverse(order);
                }
                each(order, rival -> measure(rival, exercise, now));
            }
        }
        each(
                rivals,
                rival -> rival.order("save "
                        + models.resolve(rival.id()).resolve(network.id()).toAbsolutePath()));
        return DuelResult.of(plan.contestants(), participants, absences, readings);
    }

    private void start(Entrant entrant, Path material, Path scratch) {
        Path errors = scratch.resolve(entrant.id() + "-" + network.id() + ".txt");
        try {
            Rival rival = Rival.start(
                    entrant.id(),
                    entrant.command(network, material, plan.threads(), plan.seed()),
                    plan.threads(),
                    errors);
            rivals.add(rival);
            participants.add(rival.introduce(network.id()));
        } catch (RivalLost e) {
            lost(entrant.id(), e);
        }
    }

    private void warmUp(Rival rival) throws RivalLost {
        progress.accept(network.id() + ": " + rival.id() + " warms up");
        Duration share = plan.warmUp().dividedBy(exercises.size());
        for (Exercise exercise : exercises) {
            rival.order(exercise.order(share));
        }
    }

    private void measure(Rival rival, Exercise exercise, int round) throws RivalLost, IOException {
        pause();
        Map<String, Double> answer = rival.order(exercise.order(plan.turn()));
        for (Measure measure : exercise.measures()) {
            Double value = answer.get(measure.answer());
            if (value == null) {
                throw new RivalLost("did not tell " + measure.answer() + ": " + answer);
            }
            readings.add(new Reading(network.id(), rival.id(), measure.id(), measure.unit(), round, value));
        }
    }

    /** Threads that spin for a while after work must not do so in the turn of the next. */
    private void pause() throws IOException {
        try {
            Thread.sleep(plan.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private void each(List<Rival> some, Turn turn) throws IOException {
        for (Rival rival : List.copyOf(some)) {
            try {
                turn.take(rival);
            } catch (RivalLost e) {
                lost(rival.id(), e);
                rivals.remove(rival);
                rival.close();
            }
        }
    }

    private void lost(String id, RivalLost loss) {
        progress.accept(network.id() + ": without " + id + ": " + loss.reason());
        absences.add(new Absence(network.id(), id, loss.reason()));
        participants.removeIf(participant -> participant.contestant().equals(id));
        readings.removeIf(reading -> reading.contestant().equals(id));
    }

    @Override
    public void close() {
        rivals.forEach(Rival::close);
    }

    /** What one contestant is to do. */
    private interface Turn {
        void take(Rival rival) throws RivalLost, IOException;
    }
}

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
final class NetworkDuel implements AutoCloseable {

    private final Network network;
    private final DuelPlan plan;
    private final List<Exercise> exercises;
    private final Consumer<String> progress;
    private final List<RemoteContestant> contestants = new ArrayList<>();
    private final List<Participant> participants = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    /**
     * A duel over one network.
     *
     * @param progress is told what happens, in lines for people
     */
    NetworkDuel(Network network, DuelPlan plan, Consumer<String> progress) {
        this.network = network;
        this.plan = plan;
        this.progress = progress;
        exercises = Exercise.all(plan.batches());
    }

    /**
     * Measures.
     *
     * @param commands who takes part
     * @param material folder of the beats
     * @param scratch folder for what the processes complain about
     * @param models folder that gets what was trained, a folder for each contestant
     */
    DuelResult run(List<ContestantCommand> commands, Path material, Path scratch, Path models) throws IOException {
        for (ContestantCommand command : commands) {
            start(command, material, scratch);
        }
        each(contestants, this::warmUp);
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.accept(network.id() + ": round " + round + " of " + plan.rounds());
            for (Exercise exercise : exercises) {
                int now = round;
                List<RemoteContestant> order = new ArrayList<>(contestants);
                if (round % 2 == 0) {
                    Collections.reverse(order);
                }
                each(order, contestant -> measure(contestant, exercise, now));
            }
        }
        each(
                contestants,
                contestant -> contestant.order("save "
                        + models.resolve(contestant.id()).resolve(network.id()).toAbsolutePath()));
        return DuelResult.of(plan.contestants(), participants, absences, readings);
    }

    private void start(ContestantCommand command, Path material, Path scratch) {
        Path errors = scratch.resolve(command.id() + "-" + network.id() + ".txt");
        try {
            RemoteContestant contestant = RemoteContestant.start(
                    command.id(),
                    command.forNetwork(network, material, plan.threads(), plan.seed()),
                    plan.threads(),
                    errors);
            contestants.add(contestant);
            participants.add(contestant.introduce(network.id()));
        } catch (ContestantLost e) {
            lost(command.id(), e);
        }
    }

    private void warmUp(RemoteContestant contestant) throws ContestantLost {
        progress.accept(network.id() + ": " + contestant.id() + " warms up");
        Duration share = plan.warmUp().dividedBy(exercises.size());
        for (Exercise exercise : exercises) {
            contestant.order(exercise.order(share));
        }
    }

    private void measure(RemoteContestant contestant, Exercise exercise, int round) throws ContestantLost, IOException {
        pause();
        Map<String, Double> answer = contestant.order(exercise.order(plan.turn()));
        for (SpeedMeasure measure : exercise.measures()) {
            Double value = answer.get(measure.answer());
            if (value == null) {
                throw new ContestantLost("did not tell " + measure.answer() + ": " + answer);
            }
            readings.add(new Reading(network.id(), contestant.id(), measure.id(), measure.unit(), round, value));
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

    private void each(List<RemoteContestant> some, Turn turn) throws IOException {
        for (RemoteContestant contestant : List.copyOf(some)) {
            try {
                turn.take(contestant);
            } catch (ContestantLost e) {
                lost(contestant.id(), e);
                contestants.remove(contestant);
                contestant.close();
            }
        }
    }

    private void lost(String id, ContestantLost loss) {
        progress.accept(network.id() + ": without " + id + ": " + loss.reason());
        absences.add(new Absence(network.id(), id, loss.reason()));
        participants.removeIf(participant -> participant.contestant().equals(id));
        readings.removeIf(reading -> reading.contestant().equals(id));
    }

    @Override
    public void close() {
        contestants.forEach(RemoteContestant::close);
    }

    /** What one contestant is to do. */
    private interface Turn {
        void take(RemoteContestant contestant) throws ContestantLost, IOException;
    }
}

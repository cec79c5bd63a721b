package org.beatbench.micro.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.beatbench.micro.contest.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkDuelTest {

    private static final String SLOW = "done rate=100 p50=50 p99=60";
    private static final String FAST = "done rate=300 p50=10 p99=20";

    @TempDir
    private Path folder;

    private ContestantCommand command(String name, String answer) {
        return new ContestantCommand(
                name,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeContestant.class.getName(),
                        name,
                        folder.resolve("diary").toString(),
                        answer));
    }

    private DuelResult run(int rounds, ContestantCommand... commands) throws IOException {
        DuelPlan plan = new DuelPlan(
                List.of(Network.CNN),
                Arrays.stream(commands).map(ContestantCommand::id).toList(),
                List.of(8),
                rounds,
                Duration.ofMillis(500),
                Duration.ofMillis(300),
                Duration.ofMillis(1),
                1,
                1,
                false);
        try (NetworkDuel networkDuel = new NetworkDuel(Network.CNN, plan, line -> {})) {
            return networkDuel.run(List.of(commands), folder, folder, folder.resolve("models"));
        }
    }

    private List<String> diary() throws IOException {
        return Files.readAllLines(folder.resolve("diary"));
    }

    @Test
    void letsAllTakeTurnsAtOneExerciseAfterTheOther() throws IOException {
        run(2, command("a", FAST), command("b", SLOW));

        String models = folder.resolve("models").toString();
        assertThat(diary())
                .containsExactly(
                        "a train 8 0.1",
                        "a predict 256 0.1",
                        "a single 0.1",
                        "b train 8 0.1",
                        "b predict 256 0.1",
                        "b single 0.1",
                        "a train 8 0.5",
                        "b train 8 0.5",
                        "a predict 256 0.5",
                        "b predict 256 0.5",
                        "a single 0.5",
                        "b single 0.5",
                        "b train 8 0.5",
                        "a train 8 0.5",
                        "b predict 256 0.5",
                        "a predict 256 0.5",
                        "b single 0.5",
                        "a single 0.5",
                        "a save " + Path.of(models, "a", "cnn"),
                        "b save " + Path.of(models, "b", "cnn"));
    }

    @Test
    void comparesTheOthersWithTheFirst() throws IOException {
        DuelResult result = run(3, command("a", FAST), command("b", SLOW));

        assertThat(result.readings()).hasSize(2 * 3 * 4);
        assertThat(result.ratios())
                .containsExactly(
                        new Ratio("cnn", "train-8", "a", "b", 3, 3, 3, 3),
                        new Ratio("cnn", "predict-256", "a", "b", 3, 3, 3, 3),
                        new Ratio("cnn", "single-p50", "a", "b", 5, 5, 5, 3),
                        new Ratio("cnn", "single-p99", "a", "b", 3, 3, 3, 3));
    }

    @Test
    void goesOnWithoutThoseWhoCannotTakePart() throws IOException {
        DuelResult result =
                run(1, command("a", FAST), command("shy", SLOW), new ContestantCommand("none", List.of("no/such")));

        assertThat(result.participants()).containsExactly(new Participant("cnn", "a", "Fake a"));
        assertThat(result.absences()).extracting(Absence::contestant).containsExactly("shy", "none");
        assertThat(result.absences().get(0).reason()).isEqualTo("has stage fright");
        assertThat(result.absences().get(1).reason()).contains("no/such");
    }

    @Test
    void forgetsWhatWasMeasuredOfThoseWhoFail() throws IOException {
        DuelResult result = run(1, command("clumsy", FAST), command("b", SLOW), command("mute", "done rate=1"));

        assertThat(result.participants()).extracting(Participant::contestant).containsExactly("b");
        assertThat(result.readings()).extracting(Reading::contestant).containsOnly("b");
        assertThat(result.ratios()).isEmpty();
        assertThat(result.absences().get(0).reason()).contains("clumsy fell");
        assertThat(result.absences().get(1).reason()).contains("did not tell p50");
    }

    @Test
    void takesNoInfinityForANumber() throws IOException {
        DuelResult result = run(1, command("a", "done rate=inf p50=1 p99=1"));

        assertThat(result.absences().get(0).reason()).isEqualTo("did not compute: train 8 0.1 gave inf");
    }
}

package org.beatbench.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.inquiry.Evidence;
import org.beatbench.inquiry.Interview;
import org.beatbench.inquiry.Scope;
import org.beatbench.inquiry.TrialFiles;
import org.beatbench.neighbours.RowDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistanceInquiryTest {

    private static final List<String> CLASSES = List.of("N", "V");
    private static final int SIZE = 200;

    /** The last test beat is far from all others. */
    private static final int STRANGER = SIZE - 1;

    private static final Beats BEATS = beats();
    private static final Selection TRAINING = Selection.where(120, row -> true);
    private static final Selection TEST =
            Selection.of(IntStream.range(120, SIZE).toArray());
    private static final Scope SCOPE = new Scope(BEATS, TRAINING, TEST, Set.of(), 60, 1);

    /** Says N of every beat. */
    private static final Predictions TESTED = answers(0);

    @TempDir
    private Path folder;

    private static Beats beats() {
        SplittableRandom random = new SplittableRandom(5);
        Beats.Builder beats = Beats.builder(CLASSES, 3);
        for (int row = 0; row < SIZE; row++) {
            float far = row == STRANGER ? 100 : 0;
            beats.add(
                    new float[] {far + (float) random.nextDouble(), (float) random.nextDouble(), row % 2},
                    Beat.anonymous(row % 2, 3));
        }
        return beats.build();
    }

    private static Predictions answers(int label) {
        Rows.Builder rows = Rows.builder(CLASSES.size());
        TEST.stream().forEach(row -> rows.add(label == 0 ? new float[] {1, 0} : new float[] {0, 1}));
        return Predictions.of(rows.build());
    }

    private static TrainingDistances asked(Scope scope) {
        return DistanceInquiry.INSTANCE.ask(
                scope,
                new Interview(
                        beats -> {
                            throw new AssertionError("there is nothing to ask the model");
                        },
                        TESTED,
                        (rows, perturbations, seed, cancellation) -> List.of(),
                        2,
                        (done, all) -> {},
                        Cancellation.NEVER));
    }

    private static double between(int one, int other) {
        return RowDistance.EUCLIDEAN.between(
                BEATS.samples().row(one), BEATS.samples().row(other));
    }

    @Test
    void findsTheNearestTrainingBeatOfEachBeatAskedAbout() {
        List<DistantBeat> beats = asked(SCOPE).beats();

        assertThat(beats)
                .extracting(DistantBeat::row)
                .containsExactlyElementsOf(SCOPE.sample().stream().boxed().toList());
        assertThat(beats).allSatisfy(beat -> {
            double nearest = TRAINING.stream()
                    .mapToDouble(row -> between(beat.row(), row))
                    .min()
                    .orElseThrow();
            assertThat(beat.distance()).isEqualTo((float) nearest);
            assertThat((float) between(beat.row(), beat.nearest())).isEqualTo(beat.distance());
            assertThat(beat.truth()).isEqualTo(BEATS.label(beat.row()));
            assertThat(beat.label()).isEqualTo(BEATS.label(beat.nearest()));
            assertThat(beat.answer()).isZero();
            assertThat(beat.isWrong()).isEqualTo(beat.truth() == 1);
        });
    }

    @Test
    void tellsWhatIsUnlikeAnythingByWhatIsUsual() {
        List<DistantBeat> beats =
                asked(new Scope(BEATS, TRAINING, TEST, Set.of(), SIZE, 1)).beats();

        assertThat(beats).hasSize(TEST.size());
        assertThat(beats).allSatisfy(beat -> assertThat(beat.usual()).isBetween(0.01f, 0.2f));
        assertThat(beats)
                .filteredOn(beat -> beat.distance() > 10 * beat.usual())
                .extracting(DistantBeat::row)
                .containsExactly(STRANGER);
    }

    @Test
    void takesNoRowForItsOwnNearestOther() {
        Scope twice = new Scope(BEATS, TRAINING.and(TRAINING), TEST, Set.of(), 60, 1);

        assertThat(asked(twice)).isEqualTo(asked(SCOPE));
    }

    @Test
    void isAtNoDistanceFromBeatsThatWereLearned() {
        Scope leaking = new Scope(BEATS, TRAINING.and(TEST), TEST, Set.of(), 60, 1);

        assertThat(asked(leaking).beats()).allSatisfy(beat -> {
            assertThat(beat.distance()).isZero();
            assertThat(beat.nearest()).isEqualTo(beat.row());
        });
    }

    @Test
    void givesBackWhatItWroteBitByBit() throws IOException {
        TrainingDistances found = asked(SCOPE);

        assertThat(DistanceInquiry.INSTANCE.write(found, CLASSES, folder)).containsExactly("distance.csv.gz");
        assertThat(DistanceInquiry.INSTANCE.read(new Untouched(folder), CLASSES))
                .isEqualTo(found);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("distance.csv.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("row,truth,answer,distance,nearest,label,usual\n"
                            + found.beats().get(0).row() + ",");
        }
    }

    @Test
    void measuresAgainToCheck() {
        TrainingDistances found = asked(SCOPE);
        DistanceInquiry.INSTANCE.check(found, evidence());

        assertDiffers(
                found,
                beat -> new DistantBeat(
                        beat.row(), beat.truth(), 1, beat.distance(), beat.nearest(), beat.label(), beat.usual()));
        assertDiffers(
                found,
                beat -> new DistantBeat(
                        beat.row(), beat.truth(), 0, beat.distance() + 1, beat.nearest(), beat.label(), beat.usual()));
        assertDiffers(
                found,
                beat -> new DistantBeat(
                        beat.row(), beat.truth(), 0, beat.distance(), beat.nearest(), beat.label(), 2 * beat.usual()));
        assertThatThrownBy(() -> DistanceInquiry.INSTANCE.check(
                        new TrainingDistances(found.beats().subList(1, 60)), evidence()))
                .hasMessage("distance.csv.gz: 59 beats, there must be 60");
    }

    private static void assertDiffers(TrainingDistances found, UnaryOperator<DistantBeat> change) {
        List<DistantBeat> changed = IntStream.range(0, found.beats().size())
                .mapToObj(i -> i == 7
                        ? change.apply(found.beats().get(i))
                        : found.beats().get(i))
                .toList();
        assertThatThrownBy(() -> DistanceInquiry.INSTANCE.check(new TrainingDistances(changed), evidence()))
                .hasMessageStartingWith("distance.csv.gz, beat 8: ")
                .hasMessageContaining("measured again, it is");
    }

    private static Evidence evidence() {
        return new Evidence(
                BEATS, Answers.of(BEATS, TEST, TESTED), Optional.of(SCOPE), (place, found, expected, holds) -> {
                    if (!holds) {
                        throw new IllegalStateException(place + ": " + found + ", " + expected);
                    }
                });
    }

    /** The files of a folder, as they are. */
    private record Untouched(Path folder) implements TrialFiles {

        @Override
        public boolean contains(String name) {
            return Files.exists(folder.resolve(name));
        }

        @Override
        public Path file(String name) {
            return folder.resolve(name);
        }
    }
}

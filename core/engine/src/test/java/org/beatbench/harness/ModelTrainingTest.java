package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.calibration.Calibration;
import org.beatbench.models.ModelCard;
import org.beatbench.models.ModelDraft;
import org.beatbench.models.ModelFolder;
import org.beatbench.models.PartScore;
import org.beatbench.protocol.Protocols;
import org.beatbench.resampling.Resampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {

    @TempDir
    private Path folder;

    private static TrainingOrder order(String classifier, Map<String, String> settings, String protocol) {
        return new TrainingOrder(
                Toys.CATALOGUE.classifier(classifier),
                settings,
                protocol.isEmpty()
                        ? Optional.empty()
                        : Optional.of(TrainingOrder.Division.first(Protocols.of(protocol))),
                Resampling.NONE,
                Calibration.NONE,
                1,
                1,
                true,
                "the command");
    }

    private static LoadedDataset data(Beats beats) {
        return new LoadedDataset(
                Toys.CATALOGUE.dataset("toy"), Map.of(), beats, Provenance.of(List.of("They are toys.")));
    }

    private ModelCard train(TrainingOrder order, Beats beats, Progress progress, Cancellation cancellation)
            throws IOException {
        try (ModelDraft draft = ModelDraft.of(folder.resolve("model"), true)) {
            return new ModelTraining(order, data(beats), progress, cancellation).into(draft);
        }
    }

    private ModelCard train(TrainingOrder order) throws IOException {
        return train(order, Toys.BEATS, Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void learnsFromAllBeatsWhereNothingIsToBeChosen() throws IOException {
        ModelCard card = train(order("nearest-mean", Map.of(), ""));

        assertThat(card.training().classCounts()).containsExactly(180, 90, 30);
        assertThat(card.scores()).isEmpty();
        assertThat(card.training().division()).contains("All 300 beats", "no score");
        assertThat(card.training().protocol()).isEmpty();
    }

    @Test
    void holdsOutSubjectsToChooseBy() throws IOException {
        ModelCard card = train(order("choosy-mean", Map.of(), ""));

        assertThat(card.scores()).hasSize(1);
        PartScore score = card.scores().get(0);
        assertThat(score.part()).isEqualTo("validation");
        assertThat(score.unit()).isEqualTo("subject");
        assertThat(score.remark()).contains("flatters");
        assertThat(score.beats() + sum(card.training().classCounts())).isEqualTo(300);
        assertThat(card.training().division()).contains("all those of some subjects", "None were kept for a test");
    }

    @Test
    void holdsOutBeatsWhereSubjectsAreUnknown() throws IOException {
        ModelCard card =
                train(order("choosy-mean", Map.of(), ""), anonymous(Toys.BEATS), Progress.NONE, Cancellation.NEVER);

        assertThat(card.scores().get(0).unit()).isEqualTo("beat");
        assertThat(card.scores().get(0).beats()).isEqualTo(30);
        assertThat(card.training().division()).contains("a tenth of every class");
    }

    private static Beats anonymous(Beats beats) {
        Beats.Builder anonymous = Beats.builder(beats.classes(), beats.length());
        for (int row = 0; row < beats.size(); row++) {
            anonymous.add(beats.samples().row(row), Beat.anonymous(beats.label(row), 12));
        }
        return anonymous.build();
    }

    @Test
    void testsUnderAProtocolWithWhatItDoesNotChooseByJoined() throws IOException {
        ModelCard card = train(order("nearest-mean", Map.of(), "patients"));

        assertThat(card.scores()).hasSize(1);
        PartScore score = card.scores().get(0);
        assertThat(score.part()).isEqualTo("test");
        assertThat(score.unit()).isEqualTo("subject");
        assertThat(score.subjects()).isEqualTo(2);
        assertThat(score.beats() + sum(card.training().classCounts())).isEqualTo(300);
        assertThat(score.accuracy().estimate()).isGreaterThan(0.8);
        assertThat(card.training().protocol()).isEqualTo("patients/1");
        assertThat(card.training().split()).isEqualTo("fold-1");
    }

    @Test
    void namesTheClassesThatAreOnOneSideOnly() throws IOException {
        Beats.Builder divided = Beats.builder(Toys.BEATS.classes(), Toys.BEATS.length());
        for (int row = 0; row < Toys.BEATS.size(); row++) {
            int label = Toys.BEATS.label(row);
            String record = label == 2 || (label == 0 && row % 2 == 0) ? "test" : "train";
            divided.add(Toys.BEATS.samples().row(row), new Beat(label, 12, Double.NaN, Double.NaN, "", record, -1, ""));
        }

        ModelCard card =
                train(order("nearest-mean", Map.of(), "beats"), divided.build(), Progress.NONE, Cancellation.NEVER);

        assertThat(card.scores().get(0).remark())
                .contains("Class " + Toys.BEATS.classes().get(2) + " (30 test beats) has no training beat")
                .contains("Class " + Toys.BEATS.classes().get(1) + " (90 beats to learn from) has no test beat");
    }

    @Test
    void saysThatRandomBeatsSayNothingOfNewSubjects() throws IOException {
        ModelCard card = train(order("choosy-mean", Map.of(), "beats"));

        assertThat(card.scores()).extracting(PartScore::part).containsExactly("validation", "test");
        assertThat(card.scores()).extracting(PartScore::unit).containsOnly("beat");
        assertThat(card.scores().get(1).remark()).contains("nothing about new ones");
    }

    @Test
    void showsNoModelWhatItsTestBeatsAre() throws IOException {
        assertThat(train(order("nearest-mean", Map.of("behaviour", "peek"), "beats"))
                        .scores())
                .hasSize(1);
    }

    @Test
    void savesAModelThatAnswersAsItDid() throws IOException {
        ModelCard card = train(order("nearest-mean", Map.of("sharpness", "3"), "beats"));
        ModelFolder saved = ModelFolder.open(folder.resolve("model"));

        assertThat(saved.card()).isEqualTo(card);
        assertThat(card.classifier().settings()).containsEntry("sharpness", "3.0");
        assertThat(card.beats().assumptions()).containsExactly("They are toys.");
        assertThat(card.beats().scaled()).as("the toys reach beyond 1").isFalse();
        assertThat(card.beats().rate()).isNull();
        assertThat(card.training().command()).isEqualTo("the command");
        assertThat(card.training().synthetic()).isTrue();
        try (TrainedModel model = saved.load(saved.classifier(Toys.CATALOGUE), 1)) {
            assertThat(model.predict(Toys.BEATS.select(Selection.of(0, 7, 9))).label(0))
                    .isZero();
        }
    }

    @Test
    void countsWhatResamplingMadeOfTheTrainingBeats() throws IOException {
        ModelCard card = train(new TrainingOrder(
                Toys.CATALOGUE.classifier("nearest-mean"),
                Map.of(),
                Optional.empty(),
                Resampling.OVER,
                Calibration.NONE,
                1,
                1,
                true,
                ""));

        assertThat(card.training().classCounts()).containsExactly(180, 90, 30);
        assertThat(card.training().resampledCounts()).containsExactly(180, 180, 180);
        assertThat(card.training().resampling()).isEqualTo("over");
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<String> stages = new ArrayList<>();
        train(
                order("choosy-mean", Map.of(), "beats"),
                Toys.BEATS,
                (stage, done, total) -> stages.add(stage),
                Cancellation.NEVER);

        assertThat(stages.stream().distinct())
                .containsExactly("resampling", "create", "fit", "mean", "validation", "test", "save");
    }

    @Test
    void leavesNothingWhenItIsStopped() {
        long start = System.nanoTime();

        assertThatThrownBy(() -> train(
                        order("nearest-mean", Map.of("behaviour", "hang"), ""),
                        Toys.BEATS,
                        Progress.NONE,
                        () -> System.nanoTime() - start > 100_000_000))
                .isInstanceOf(CancelledException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNothingWhenTheClassifierFails() {
        assertThatThrownBy(() -> train(order("nearest-mean", Map.of("behaviour", "throw"), "")))
                .hasMessage("classifier nearest-mean failed in fit: IllegalStateException: I do not like these beats");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWhatCannotBeDone() {
        assertThatThrownBy(() -> order("nearest-mean", Map.of("sharpnes", "3"), ""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did you mean sharpness?");
        assertThatThrownBy(() -> order("nearest-mean", Map.of(), "patient"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unknown protocol");
        assertThatThrownBy(() -> order("nearest-mean", Map.of(), "copies"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("copies of test beats");
        assertThatThrownBy(() -> train(order("nearest-mean", Map.of(), "ds1-ds2")))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> train(
                        order("choosy-mean", Map.of(), ""),
                        Toys.BEATS.select(Selection.of(0, 6, 9)),
                        Progress.NONE,
                        Cancellation.NEVER))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("hold out");
        assertThatThrownBy(() -> train(
                        order("nearest-mean", Map.of(), ""), Toys.BEATS.sealed(), Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no class");
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}

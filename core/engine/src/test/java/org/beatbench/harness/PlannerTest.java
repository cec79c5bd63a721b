package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.util.List;
import java.util.Map;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Entry;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.InquiryUse;
import org.beatbench.experiment.NamedSettings;
import org.beatbench.experiment.Trial;
import org.beatbench.robustness.RobustnessInquiry;
import org.beatbench.saliency.SaliencyInquiry;
import org.junit.jupiter.api.Test;

class PlannerTest {

    @Test
    void plansEverySplitOfEveryProtocol() {
        List<Trial> trials = Toys.trials(Toys.experiment(List.of("beats", "patients"), Toys.entry("toy", Map.of())));

        assertThat(trials).hasSize(6);
        assertThat(trials).extracting(Trial::key).doesNotHaveDuplicates();
        assertThat(trials)
                .extracting(Trial::protocolId)
                .containsExactly("beats", "patients", "patients", "patients", "patients", "patients");
    }

    @Test
    void takesEveryClassifierThereIs() {
        assertThat(Toys.trials(Toys.experiment(List.of("beats"), Entry.ALL_OTHERS)))
                .extracting(Trial::label)
                .containsExactly("Choosy mean", "Nearest mean");
    }

    @Test
    void takesNoClassifierAgainThatIsNamed() {
        assertThat(Toys.trials(Toys.experiment(List.of("beats"), Entry.ALL_OTHERS, Toys.entry("mine", Map.of()))))
                .extracting(Trial::label)
                .containsExactly("Choosy mean", "mine");
    }

    private static Experiment withCanaries(Entry... entries) {
        Experiment without = Toys.experiment(List.of("beats"), entries);
        return new Experiment(
                without.id(),
                without.title(),
                without.dataset(),
                without.forms(),
                without.protocols(),
                without.entries(),
                without.seeds(),
                without.limits(),
                true,
                "",
                Map.of());
    }

    @Test
    void addsTheCanariesUnlessTheyAreLeftOut() {
        assertThat(Toys.trials(withCanaries(Toys.entry("toy", Map.of()))))
                .extracting(trial -> trial.classifier().id())
                .containsExactly("canary-majority", "canary-prior", "canary-length", "canary-twin", "nearest-mean");
        assertThat(Toys.trials(withCanaries(Entry.ALL_OTHERS)))
                .extracting(trial -> trial.classifier().id())
                .as("canaries are not among all others")
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void asksForTheRobustnessOfEveryTrialIfTheExperimentDoes() {
        Entry toy = Toys.entry("toy", Map.of());

        assertThat(Toys.trials(Toys.robustness(50, toy)))
                .extracting(trial -> trial.asked(RobustnessInquiry.INSTANCE))
                .containsExactly(50);
        assertThat(Toys.trials(Toys.experiment(List.of("beats"), toy)))
                .extracting(trial -> trial.asked(RobustnessInquiry.INSTANCE))
                .containsExactly(0);
    }

    @Test
    void asksUnderTheNamedProtocolsOnly() {
        Experiment plain = Toys.experiment(List.of("beats", "patients-fold"), Toys.entry("toy", Map.of()));
        Experiment asking = new Experiment(
                plain.id(),
                plain.title(),
                plain.dataset(),
                plain.forms(),
                plain.protocols(),
                plain.entries(),
                plain.seeds(),
                plain.limits(),
                plain.canaries(),
                "",
                Map.of(
                        "robustness",
                        new InquiryUse(50, List.of("patients-fold")),
                        "saliency",
                        new InquiryUse(20, List.of("beats"))));

        assertThat(Toys.trials(asking))
                .extracting(trial -> trial.asked(RobustnessInquiry.INSTANCE))
                .containsExactly(0, 50);
        assertThat(Toys.trials(asking))
                .extracting(trial -> trial.asked(SaliencyInquiry.INSTANCE))
                .containsExactly(20, 0);
    }

    @Test
    void refusesToMeasureRobustnessWithoutRecordings() {
        Entry toy = Toys.entry("toy", Map.of());
        new Planner(Toys.experiment("rows-only", 0, List.of("beats"), toy), Toys.CATALOGUE);

        assertThatThrownBy(() -> new Planner(Toys.experiment("rows-only", 50, List.of("beats"), toy), Toys.CATALOGUE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("robustness cannot be measured: data set rows-only has no recordings");
    }

    @Test
    void asksCompetitorsWhatTheyLookAtAndNotCanaries() {
        Experiment plain = withCanaries(Toys.entry("toy", Map.of()));
        Experiment asking = new Experiment(
                plain.id(),
                plain.title(),
                plain.dataset(),
                plain.forms(),
                plain.protocols(),
                plain.entries(),
                plain.seeds(),
                plain.limits(),
                plain.canaries(),
                "",
                Map.of("saliency", new InquiryUse(20, List.of())));
        List<Trial> trials = Toys.trials(asking);

        assertThat(trials)
                .extracting(trial -> trial.asked(SaliencyInquiry.INSTANCE))
                .containsExactly(0, 0, 0, 0, 20);
        assertThat(trials.subList(0, 4)).isEqualTo(Toys.trials(plain).subList(0, 4));
    }

    @Test
    void doesNotDoubleACanaryThatIsNamed() {
        Entry named = new Entry("Mine", new NamedSettings("canary-twin", Map.of()), "over");
        assertThat(Toys.trials(withCanaries(Toys.entry("toy", Map.of()), named)))
                .extracting(Trial::label)
                .containsExactly("Majority class", "Class by chance", "Length alone", "toy", "Mine");
    }

    @Test
    void makesACandidateOfEveryCombination() {
        List<Trial> trials = Toys.trials(Toys.experiment(
                List.of("beats"),
                Toys.entry("toy", Map.of("sharpness", List.of(1, 2, 3), "behaviour", List.of("good", "peek")))));

        assertThat(trials).hasSize(6).extracting(Trial::key).doesNotHaveDuplicates();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Experiment wrong = Toys.experiment(
                List.of("betas"),
                new Entry("", new NamedSettings("nearest-meen", Map.of()), "none"),
                Toys.entry("a", Map.of("sharpnes", 3)),
                Toys.entry("b", Map.of("sharpness", 1000)),
                new Entry("c", new NamedSettings("nearest-mean", Map.of()), "smoothe"),
                new Entry("d", new NamedSettings("nearest-mean", Map.of()), "none", "temprature"));

        assertThatThrownBy(() -> new Planner(wrong, Toys.CATALOGUE))
                .asInstanceOf(throwable(UserError.class))
                .message()
                .contains("unknown protocol \"betas\"", "\"beats\"")
                .contains("unknown classifier \"nearest-meen\"", "\"nearest-mean\"")
                .contains("unknown setting sharpnes; did you mean sharpness?")
                .contains("sharpness must be 0.1 to 100: 1000")
                .contains("unknown resampling \"smoothe\"")
                .contains("unknown calibration \"temprature\"", "\"temperature\"");
    }

    @Test
    void repeatsNothingWithSeedsThatAnEntryDoesWithout() {
        Entry once = new Entry("once", new NamedSettings("nearest-mean", Map.of()), "none", "none", false, List.of(1L));
        Entry unknown = new Entry("b", new NamedSettings("nearest-mean", Map.of()), "none", "none", false, List.of(7L));

        assertThat(Toys.trials(Toys.experiment(List.of("beats"), once)))
                .extracting(Trial::seed)
                .containsExactly(1L);
        Experiment wrong = Toys.experiment(List.of("beats"), unknown);
        assertThatThrownBy(() -> new Planner(wrong, Toys.CATALOGUE))
                .hasMessageContaining("nearest-mean is to run with seeds [7]");
    }

    @Test
    void refusesToJoinValidationBeatsThatAreNeeded() {
        Map<String, Object> several = Map.of("sharpness", List.of(1, 2));
        Experiment wrong = Toys.experiment(
                List.of("beats"),
                new Entry("a", new NamedSettings("nearest-mean", several), "none", "none", true, List.of()),
                new Entry("b", new NamedSettings("nearest-mean", Map.of()), "none", "temperature", true, List.of()));

        assertThatThrownBy(() -> new Planner(wrong, Toys.CATALOGUE))
                .hasMessageContaining(
                        "a is to learn from the validation beats too, but its settings have several values")
                .hasMessageContaining("b is to learn from the validation beats too, but calibration temperature");
    }

    @Test
    void namesACompetitorAfterWhatIsDoneToIt() {
        assertThat(Toys.trials(Toys.experiment(
                        List.of("beats"),
                        new Entry("", new NamedSettings("nearest-mean", Map.of()), "over", "temperature"),
                        new Entry("", new NamedSettings("nearest-mean", Map.of()), "none", "temperature"))))
                .extracting(Trial::label)
                .containsExactly("Nearest mean, over, temperature", "Nearest mean, temperature");
    }

    @Test
    void refusesTwoClassifiersOfOneName() {
        Experiment twins = Toys.experiment(List.of("beats"), Toys.entry("", Map.of()), Toys.entry("", Map.of()));

        assertThatThrownBy(() -> new Planner(twins, Toys.CATALOGUE))
                .hasMessageContaining("two classifiers are called Nearest mean");
    }

    @Test
    void saysWhichProtocolDoesNotFitTheData() {
        Experiment unfit = Toys.experiment(List.of("ds1-ds2"), Toys.entry("toy", Map.of()));

        assertThatThrownBy(() -> Toys.trials(unfit))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ds1-ds2");
    }
}

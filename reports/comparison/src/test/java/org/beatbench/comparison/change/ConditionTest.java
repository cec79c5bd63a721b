package org.beatbench.comparison.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.UserError;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Changes CHANGES = changes();
    private static final String ID = CHANGES.all().get(0).id();

    private static Changes changes() {
        Map<String, List<String>> protocols = new LinkedHashMap<>();
        protocols.put("beats", List.of("whole"));
        protocols.put("ds1-ds2", List.of("whole"));
        List<Trial> trials = SampleRuns.trials(List.of("One", "No. 2, best"), protocols, 1);
        return Changes.of(side(trials, "before"), side(trials, "after"), false);
    }

    /** One becomes worse under both protocols, the other better. */
    private static StoredSide side(List<Trial> trials, String name) {
        boolean before = name.equals("before");
        return new StoredSide(
                name,
                Comparison.of(
                        SampleRuns.plan(trials),
                        SampleRuns.runs(trials, trial -> before == trial.label().equals("One") ? 0.9 : 0.6)));
    }

    private static boolean holds(String text) {
        return !Condition.of(List.of(text), CHANGES).get(0).broken().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One.macro-f1 < -0.01",
                "one.accuracy<0",
                " One@beats.accuracy <= -1e-3 ",
                "One@DS1-DS2.sensitivity:V < -.01",
                "One.auroc:V < -0.01",
                "one@beats.AUPRC:s <= -0.05",
                "*@beats.macro-auroc > 0",
                "\"One\".accuracy < -0.",
                "\"No. 2, best\".accuracy > 0.01",
                "\"No. 2, best\"@beats.log-loss < 0",
                "*.accuracy < 0",
                "*@beats.accuracy > +0.1",
                "One.fit-time >= 0",
                "One.fit-time <= 0"
            })
    void holdsForWhatIsMeant(String text) {
        assertThat(holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One.macro-f1 > -0.01",
                "One@beats.accuracy < -0.9",
                "\"No. 2, best\".accuracy < 0",
                "One.fit-time > 0",
                "*.accuracy < -0.9"
            })
    void doesNotHoldOtherwise(String text) {
        assertThat(holds(text)).isFalse();
    }

    @Test
    void takesIdsForNames() {
        assertThat(holds(ID + ".accuracy < 0")).isTrue();
    }

    @Test
    void meansTheStrictestProtocolUnlessItNamesOne() {
        assertThat(Condition.of(List.of("One.accuracy < 0"), CHANGES).get(0).meant())
                .extracting(Change::protocol)
                .containsExactly("ds1-ds2");
    }

    @Test
    void namesThoseForWhichItHolds() {
        Condition condition = Condition.of(List.of("*.accuracy < 0"), CHANGES).get(0);

        assertThat(condition.meant()).hasSize(2);
        assertThat(condition.broken()).extracting(Change::classifier).containsExactly("One");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "One",
                "One.macro-f1",
                "One.macro-f1 <",
                "One.macro-f1 < x",
                "One.macro-f1 = 0",
                "One.macro-f1 < 0 0",
                "One macro-f1 < 0",
                "One@.macro-f1 < 0",
                "\"One.macro-f1 < 0",
                "One.macro-f1 < 0%",
                "No. 2, best.accuracy < 0"
            })
    void refusesWhatItCannotUnderstand(String text) {
        assertThatThrownBy(() -> Condition.of(List.of(text), CHANGES))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--fail-if: cannot be understood: " + text);
    }

    @Test
    void namesAllThatIsUnknownAtOnce() {
        assertThatThrownBy(() ->
                        Condition.of(List.of("Ona.macro-f1 < 0", "One@betas.acuracy < 0", "One.f1:X < 0"), CHANGES))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unknown classifier \"Ona\"; did you mean One?")
                .hasMessageContaining("unknown protocol \"betas\"; did you mean beats?")
                .hasMessageContaining("unknown metric \"acuracy\"; did you mean accuracy?")
                .hasMessageContaining("unknown metric \"f1:X\"");
    }

    @Test
    void refusesANumberThatOnlyOneResultHas() {
        assertThatThrownBy(() -> Condition.of(List.of("One.sensitivity:Q < 0"), CHANGES))
                .as("Q is not scored under ds1-ds2")
                .isInstanceOf(UserError.class)
                .hasMessageContaining("under ds1-ds2, there is no sensitivity:Q of One in both results");
        assertThat(holds("One@beats.sensitivity:Q < 0")).isTrue();
    }
}

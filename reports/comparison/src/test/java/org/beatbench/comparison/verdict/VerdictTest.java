package org.beatbench.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.ChosenRuns;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.PairedDecision;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final double[] GOOD = {0.95, 0.7, 0.9, 0.6};

    private static Standing standing(ChosenRuns runs) {
        return Verdict.of(runs.comparison()).standing().orElseThrow();
    }

    private static ChosenRuns eight() {
        return ChosenRuns.aami().people(8, 100, 20, 40, 20);
    }

    private static List<List<String>> names(Standing standing) {
        return standing.tiers().stream()
                .map(tier -> tier.members().stream().map(Ranked::competitor).toList())
                .toList();
    }

    private static List<String> names(List<Ranked> some) {
        return some.stream().map(Ranked::competitor).toList();
    }

    @Test
    void isTheSameForTheSameRuns() {
        ChosenRuns runs = eight().swinging(0.1)
                .competitor("A", GOOD)
                .competitor("B", 0.9, 0.6, 0.8, 0.5)
                .majority();
        assertThat(Verdict.of(runs.comparison())).isEqualTo(Verdict.of(runs.comparison()));
    }

    @Test
    void tiersFollowOneAnother() {
        assertThat(names(standing(eight().swinging(0.05)
                        .competitor("A", 0.95, 0.9, 0.9, 0.9)
                        .competitor("B", 0.94, 0.89, 0.9, 0.9)
                        .competitor("C", 0.7, 0.5, 0.6, 0.5)
                        .competitor("D", 0.7, 0.5, 0.6, 0.49)
                        .competitor("E", 0.3, 0.1, 0.1, 0.1))))
                .containsExactly(List.of("A", "B"), List.of("C", "D"), List.of("E"));
    }

    @Test
    void aDifferenceThatIsSureButTooSmallToMatterMakesNoTier() {
        Standing standing = standing(ChosenRuns.of("a", "b")
                .people(8, 1_000, 1_000)
                .competitor("A", 0.9, 0.9)
                .competitor("B", 0.895, 0.895));
        assertThat(names(standing)).containsExactly(List.of("A", "B"));
    }

    @Test
    void aLargeDifferenceMakesATierWhereTheTestBySubjectDecidesNothing() {
        // Half of the people have normal beats only, in which B is a little better; all else is in the other half.
        ChosenRuns runs = ChosenRuns.aami()
                .people(6, 100)
                .people(6, 100, 0, 20)
                .callingNormal("F")
                .competitor("A", 0.9, 0, 0.9)
                .competitor("B", 0.92, 0, 0.4);
        assertThat(runs.comparison()
                        .differences(standing(runs).protocol())
                        .between("A", "B", ComparisonMetric.MACRO_F1)
                        .orElseThrow()
                        .decision())
                .isEqualTo(PairedDecision.NOT_TOLD_APART);
        assertThat(names(standing(runs))).containsExactly(List.of("A"), List.of("B"));
    }

    @Test
    void thePublishedComparisonHasTwoTiers() {
        assertThat(names(standing(ChosenRuns.published())))
                .containsExactly(
                        List.of("GRU", "LSTM", "CNN", "1-D ResNet", "Nearest neighbours", "Decision tree"),
                        List.of("Logistic regression"));
    }

    @Test
    void moreRivalsNeedMoreProof() {
        ChosenRuns runs =
                eight().swinging(0.2).competitor("A", 0.9, 0.7, 0.8, 0.7).competitor("B", 0.68, 0.48, 0.58, 0.48);
        assertThat(names(standing(runs)).get(0)).containsExactly("A");
        for (int i = 0; i < 12; i++) {
            runs.competitor("C" + i, 0.9, 0.7, 0.8, 0.69);
        }
        assertThat(names(standing(runs)).get(0)).contains("A", "B");
    }

    @Test
    void fiveSubjectsRankNobody() {
        Standing five = standing(ChosenRuns.aami()
                .people(5, 100, 20, 40, 20)
                .competitor("A", GOOD)
                .competitor("B", 0.5, 0.1, 0.1, 0.1));
        assertThat(names(five)).containsExactly(List.of("A", "B"));
        assertThat(five.caveats()).containsExactly(Caveat.FEW_SUBJECTS);
        Standing six = standing(ChosenRuns.aami()
                .people(6, 100, 20, 40, 20)
                .competitor("A", GOOD)
                .competitor("B", 0.5, 0.1, 0.1, 0.1));
        assertThat(names(six)).containsExactly(List.of("A"), List.of("B"));
        assertThat(six.caveats()).isEmpty();
    }

    @Test
    void overBeatsSubjectsNeedNotBeKnown() {
        Standing standing = standing(ChosenRuns.aami()
                .people(1, 1_000, 200, 400, 100, 50)
                .ofUnknownPeople()
                .under("beats")
                .competitor("A", 0.99, 0.9, 0.95, 0.8, 0.9)
                .competitor("B", 0.98, 0.89, 0.95, 0.8, 0.9)
                .competitor("C", 0.9, 0.5, 0.7, 0.3, 0.5));
        assertThat(names(standing)).containsExactly(List.of("A", "B"), List.of("C"));
        assertThat(standing.caveats()).containsExactly(Caveat.SAME_PEOPLE);
        assertThat(standing.basis().subjects()).isZero();
        assertThat(standing.unmarked()).isEmpty();
    }

    @Test
    void whoSharesNoSeedIsComparedByIntervals() {
        ChosenRuns runs = eight().competitor("A", GOOD).planned("B").seed(2).planned("A");
        assertThat(names(standing(runs.competitor("B", 0.5, 0.1, 0.1, 0.1))))
                .containsExactly(List.of("A"), List.of("B"));
    }

    @Test
    void aLeadThatRestsOnFewDoesNotSurviveWithoutThem() {
        // All of F is one person's.
        ChosenRuns runs = ChosenRuns.aami()
                .people(7, 100, 20, 40)
                .people(1, 100, 20, 40, 20)
                .competitor("A", 0.9, 0.6, 0.7, 1)
                .competitor("B", 0.95, 0.7, 0.8, 0);
        UnmarkedLead unmarked = standing(runs).unmarked().orElseThrow();
        assertThat(standing(runs).tiers().get(0).first().competitor()).isEqualTo("A");
        assertThat(unmarked.marked()).containsExactly("F");
        assertThat(unmarked.others()).containsExactly("N", "S", "V");
        assertThat(unmarked.leader()).map(Ranked::competitor).contains("B");
        assertThat(unmarked.ranking().get(0).value().value())
                .isEqualTo(runs.comparison()
                        .ranking(standing(runs).protocol())
                        .get(1)
                        .confusion()
                        .macroF1(name -> !name.equals("F"))
                        .orElseThrow());
    }

    @Test
    void nothingIsLeftWhereEveryClassRestsOnFew() {
        UnmarkedLead unmarked = standing(
                        ChosenRuns.aami().people(2, 100, 20, 40, 20).competitor("A", GOOD))
                .unmarked()
                .orElseThrow();
        assertThat(unmarked.others()).isEmpty();
        assertThat(unmarked.leader()).isEmpty();
    }

    @Test
    void whoIsNotAboveAYardstickIsNamed() {
        Standing standing = standing(eight().competitor("A", GOOD)
                .competitor("B", 0.5, 0.1, 0.1, 0.1)
                .majority()
                .twin(0.5, 0.1, 0.1, 0.1));
        Yardstick majority = standing.yardstick(Yardstick.Kind.MAJORITY).orElseThrow();
        assertThat(majority.name()).isEqualTo("N");
        assertThat(majority.value().value()).isCloseTo(100 / 180.0, within(1e-12));
        assertThat(names(majority.above())).containsExactly("A");
        assertThat(names(majority.notAbove())).containsExactly("B");
        Yardstick twin = standing.yardstick(Yardstick.Kind.NEAREST_BEAT).orElseThrow();
        assertThat(twin.name()).isEqualTo("Twin finder");
        assertThat(names(twin.notAbove())).as("same answers").containsExactly("B");
    }

    @Test
    void theMajorityIsCountedWhereNoCanaryWasRun() {
        Standing standing = standing(eight().competitor("A", GOOD));
        assertThat(standing.yardsticks()).hasSize(1);
        assertThat(standing.yardsticks().get(0).name()).isEqualTo("N");
        assertThat(standing.yardsticks().get(0).value().value()).isCloseTo(100 / 180.0, within(1e-12));
    }

    @Test
    void everyPurposeHasItsBest() {
        Standing standing = standing(eight().costing(1, 50, 5_000)
                .competitor("Finds V", 0.9, 0.6, 0.95, 0.9)
                .costing(1, 10, 9_000)
                .competitor("Finds S", 0.9, 0.95, 0.6, 0.9)
                .costing(1, 5, 100)
                .competitor("Quiet", 1, 0.6, 0.6, 0.5)
                .costing(1, 1, 10)
                .competitor("Silent", 1, 0, 0, 0));
        assertThat(standing.best(Purpose.VENTRICULAR).orElseThrow().best().competitor())
                .isEqualTo("Finds V");
        assertThat(standing.best(Purpose.SUPRAVENTRICULAR).orElseThrow().best().competitor())
                .isEqualTo("Finds S");
        BestFor quiet = standing.best(Purpose.FEWEST_FALSE_ALARMS).orElseThrow();
        assertThat(quiet.best().competitor())
                .as("who finds too little is not asked")
                .isEqualTo("Quiet");
        assertThat(quiet.best().value().value()).isZero();
        assertThat(quiet.found().orElseThrow().value()).isCloseTo((12 + 24 + 10) / 80.0, within(1e-12));
        assertThat(names(standing).get(0)).doesNotContain("Silent");
        assertThat(standing.best(Purpose.SMALLEST).orElseThrow().best().competitor())
                .isNotEqualTo("Silent");
    }

    @Test
    void whoIsNotShownToBeWorseForAPurposeIsLevel() {
        BestFor best = standing(eight().swinging(0.05)
                        .competitor("A", 0.9, 0.6, 0.9, 0.9)
                        .competitor("B", 0.9, 0.6, 0.89, 0.9)
                        .competitor("C", 0.9, 0.6, 0.3, 0.9))
                .best(Purpose.VENTRICULAR)
                .orElseThrow();
        assertThat(best.level()).hasSize(1).doesNotContain("C");
    }

    @Test
    void classesOfOtherKindsHaveNoPurposesButCosts() {
        ChosenRuns runs = ChosenRuns.of("a", "b")
                .people(8, 50, 50)
                .costing(1, 9, 100)
                .competitor("A", 0.9, 0.9)
                .costing(1, 3, 500)
                .competitor("B", 0.9, 0.895);
        assertThat(standing(runs).purposes())
                .extracting(BestFor::purpose)
                .containsExactly(Purpose.SMALLEST, Purpose.FASTEST);
        assertThat(standing(runs).purposes())
                .extracting(best -> best.best().competitor())
                .containsExactly("A", "B");
        assertThat(standing(runs.untimed().competitor("C", 0.9, 0.9)).purposes())
                .as("times of trials that share a process mean nothing")
                .extracting(BestFor::purpose)
                .containsExactly(Purpose.SMALLEST);
    }

    @Test
    void seedsTellWhoElseCouldHaveBeenFirst() {
        ChosenRuns runs = eight().competitor("A", 0.95, 0.7, 0.9, 0.6)
                .competitor("B", 0.9, 0.6, 0.8, 0.5)
                .competitor("C", 0.5, 0.1, 0.1, 0.1);
        assertThat(standing(runs).seeds()).isEmpty();
        SeedSpread spread = standing(
                        runs.seed(2).competitor("A", 0.85, 0.5, 0.7, 0.4).competitor("B", 0.9, 0.6, 0.8, 0.5))
                .seeds()
                .orElseThrow();
        assertThat(spread.seeds()).containsExactly(1L, 2L);
        assertThat(spread.leaders()).containsExactly("A", "B");
        assertThat(spread.widest()).isEqualTo("A");
        assertThat(spread.high() - spread.low()).isGreaterThan(0.1);
    }

    @Test
    void theBestOfTheStrictestProtocolOfEachKindIsANumber() {
        ChosenRuns runs = ChosenRuns.aami()
                .people(8, 100, 20, 40, 20, 10)
                .under("copies")
                .competitor("A", 1, 0.9, 1, 1, 1)
                .competitor("B", 1, 1, 1, 1, 1)
                .under("patients-fold")
                .competitor("A", 0.9, 0.9, 0.9, 0.9, 0.9)
                .under("patients")
                .competitor("B", 0.8, 0.8, 0.8, 0.8, 0.8);
        Verdict verdict = Verdict.of(runs.comparison());
        assertThat(verdict.numbers())
                .extracting(BigNumber::exposure)
                .containsExactly(Exposure.COPIES, Exposure.NEW_PEOPLE);
        assertThat(verdict.numbers()).extracting(BigNumber::competitor).containsExactly("B", "B");
        assertThat(verdict.numbers().get(1).protocol().id()).isEqualTo("patients");
        assertThat(verdict.numbers().get(0).accuracy().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void whatMustBeKnownFirstIsSaid() {
        assertThat(Verdict.of(eight().planned("A").comparison())).isEqualTo(new Verdict(List.of(), Optional.empty()));
        assertThat(standing(eight().synthetic()
                                .withFailedAudit()
                                .competitor("A", GOOD)
                                .failed("B"))
                        .caveats())
                .containsExactly(Caveat.AUDIT_FAILED, Caveat.SYNTHETIC, Caveat.INCOMPLETE);
        assertThat(standing(eight().under("copies").withFailedAudit().competitor("A", GOOD))
                        .caveats())
                .containsExactly(Caveat.LEAKS);
        Standing one = standing(ChosenRuns.aami().people(8, 100).competitor("A", 0.9));
        assertThat(one.caveats()).containsExactly(Caveat.ONE_CLASS);
        Standing none = standing(ChosenRuns.aami().people(8, 0, 0, 0, 0, 10).competitor("A", 0, 0, 0, 0, 1));
        assertThat(none.tiers()).isEmpty();
        assertThat(none.yardsticks()).isEmpty();
        Standing failed = standing(eight().competitor("A", GOOD).failed("B"));
        assertThat(failed.basis().missing()).containsExactly("B");
        assertThat(failed.basis().competitors()).isEqualTo(2);
    }
}

package org.beatbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import org.beatbench.resampling.Resampling;
import org.junit.jupiter.api.Test;

/** Faults that are planted must be found, and nothing where nothing was planted. */
class AuditorTest {

    private static final Beats CLEAN = AuditBeats.of(20, 1);

    private final Protocol patients = Protocols.of("patients");
    private final Protocol beats = Protocols.of("beats");

    @Property(tries = 12, seed = "1")
    void passesCleanDivisionsByPerson(@ForAll @LongRange(min = 0, max = 1_000) long seed) {
        Beats people = AuditBeats.of(15, seed);
        for (Split split : patients.splits(people, seed)) {
            assertThat(verdicts(people, patients, split))
                    .allSatisfy((id, verdict) -> assertThat(verdict).as(id).isEqualTo(AuditVerdict.PASS));
        }
    }

    @Property(tries = 12, seed = "1")
    void findsNothingButSharedPeopleInDivisionsByBeat(@ForAll @LongRange(min = 0, max = 1_000) long seed) {
        Beats people = AuditBeats.of(15, seed);
        Map<String, AuditVerdict> verdicts = verdicts(people, beats, only(beats, people, seed));
        assertThat(verdicts.remove(SharedSubjects.ID)).isEqualTo(AuditVerdict.WARN);
        assertThat(verdicts.values()).containsOnly(AuditVerdict.PASS);
    }

    @Test
    void saysOfThePublishedListsThatOneManIsOnBothSides() {
        Beats people = AuditBeats.mitdb(1);
        Protocol lists = Protocols.of("ds1-ds2");
        Split split = only(lists, people, 1);
        Map<String, AuditVerdict> verdicts = verdicts(people, lists, split);
        assertThat(verdicts.remove(SharedSubjects.ID)).isEqualTo(AuditVerdict.WARN);
        assertThat(verdicts.values()).containsOnly(AuditVerdict.PASS);
        Check shared = check(people, lists, split, SharedSubjects.ID);
        assertThat(shared.headline()).isEqualTo("1 of 22 subjects on both sides");
        assertThat(shared.evidence()).contains("(201)", "error of the published lists");
    }

    @Test
    void failsTheProtocolThatIsMeantToLeakAndNamesItsTwins() {
        Split split = only(Protocols.of("copies"), CLEAN, 1);
        Check identical = check(CLEAN, Protocols.of("copies"), split, IdenticalRows.ID);
        assertThat(identical.verdict()).isEqualTo(AuditVerdict.FAIL);
        double twins = Arrays.stream(split.test().stream().toArray())
                .filter(row -> split.trainingAndValidation().stream().anyMatch(other -> other == row))
                .count();
        assertThat(identical.figures()).containsEntry("twins", twins);
        assertThat(identical.headline())
                .isEqualTo(AuditPhrases.share(twins / split.test().size()) + " twins");
        Check resampled = check(CLEAN, Protocols.of("copies"), split, ResampledFirst.ID);
        assertThat(resampled.verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(resampled.evidence()).contains("before it divides them", "It shows in the rows: of class S");
    }

    @Test
    void findsASingleCopiedBeat() {
        for (Protocol protocol : new Protocol[] {patients, beats}) {
            Split split = protocol.splits(CLEAN, 1).get(0);
            Beats spoilt = AuditBeats.copied(
                    CLEAN, split.training().at(3), split.test().at(5), 0);
            Check found = check(spoilt, protocol, split, IdenticalRows.ID);
            assertThat(found.verdict()).isEqualTo(protocol.bySubject() ? AuditVerdict.FAIL : AuditVerdict.WARN);
            assertThat(found.figures()).containsEntry("twins", 1.0);
            assertThat(check(spoilt, protocol, split, NearCopies.ID).verdict())
                    .as("a twin is no near copy as well")
                    .isEqualTo(AuditVerdict.PASS);
        }
    }

    @Test
    void findsACopyInTheValidationPartToo() {
        Split split = patients.splits(CLEAN, 1).get(0);
        Beats spoilt =
                AuditBeats.copied(CLEAN, split.validation().at(0), split.test().at(0), 0);
        assertThat(check(spoilt, patients, split, IdenticalRows.ID).verdict()).isEqualTo(AuditVerdict.FAIL);
    }

    @Test
    void findsASingleNearCopy() {
        for (Protocol protocol : new Protocol[] {patients, beats}) {
            Split split = protocol.splits(CLEAN, 1).get(0);
            Beats spoilt = AuditBeats.copied(
                    CLEAN, split.training().at(3), split.test().at(5), 1e-3);
            Check found = check(spoilt, protocol, split, NearCopies.ID);
            assertThat(found.verdict()).isEqualTo(protocol.bySubject() ? AuditVerdict.FAIL : AuditVerdict.WARN);
            assertThat(found.headline()).isEqualTo("1 near copy");
            assertThat(check(spoilt, protocol, split, IdenticalRows.ID).verdict())
                    .isEqualTo(AuditVerdict.PASS);
        }
    }

    @Test
    void failsWhereAHundredthOfAClassWasCopied() {
        Split split = only(beats, CLEAN, 1);
        Beats spoilt = CLEAN;
        int copied = 0;
        for (int i = 0; copied < 2; i++) {
            int row = split.test().at(i);
            if (CLEAN.label(row) == 0) {
                spoilt = AuditBeats.copied(spoilt, split.training().at(copied++), row, 0);
            }
        }
        Check found = check(spoilt, beats, split, IdenticalRows.ID);
        assertThat(found.figures().get("twins-of-N")).isEqualTo(112);
        assertThat(found.verdict()).isEqualTo(AuditVerdict.FAIL);
    }

    @Test
    void doesNotTakeFlatRowsForCopies() {
        Split split = only(beats, CLEAN, 1);
        float[] samples = CLEAN.samples().toArray();
        for (int row : new int[] {split.training().at(0), split.test().at(0)}) {
            Arrays.fill(samples, row * CLEAN.length(), (row + 1) * CLEAN.length(), 0.5f);
        }
        Beats flat = CLEAN.withSamples(Rows.of(samples, CLEAN.length()));
        assertThat(check(flat, beats, split, IdenticalRows.ID).verdict()).isEqualTo(AuditVerdict.PASS);
    }

    @Test
    void saysThatRecordsAreTakenForPeople() {
        Split split = patients.splits(CLEAN, 1).get(0);
        Check found = Auditor.of(CLEAN, true, 2).checks(patients, split, Cancellation.NEVER).stream()
                .filter(check -> check.id().equals(SharedSubjects.ID))
                .findFirst()
                .orElseThrow();
        assertThat(found.verdict()).isEqualTo(AuditVerdict.WARN);
        assertThat(found.headline()).isEqualTo("every record taken for a person");
        assertThat(found.evidence()).contains("Taken for granted, and not known");
        assertThat(SharedSubjects.tookRecordsForSubjects(found)).isTrue();
        assertThat(SharedSubjects.tookRecordsForSubjects(check(CLEAN, patients, split, SharedSubjects.ID)))
                .isFalse();
    }

    @Test
    void findsASubjectOnBothSides() {
        Split split = patients.splits(CLEAN, 1).get(0);
        String learned = CLEAN.beat(split.training().at(0)).subject();
        Beats spoilt = AuditBeats.of(CLEAN, Selection.of(split.test().at(0)), learned);
        Check found = check(spoilt, patients, split, SharedSubjects.ID);
        assertThat(found.verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(found.headline()).isEqualTo("1 of 5 subjects on both sides");
        assertThat(found.evidence()).contains("(" + learned + ")", "is to keep people apart, and does not");
    }

    @Test
    void saysThatAnInterPatientFigureWasNotMeasuredWhereNobodyIsKnown() {
        Beats anonymous = AuditBeats.of(CLEAN, Selection.where(CLEAN.size(), row -> true), "");
        Split split = only(beats, anonymous, 1);
        Check found = check(anonymous, beats, split, SharedSubjects.ID);
        assertThat(found.verdict()).isEqualTo(AuditVerdict.WARN);
        assertThat(found.headline()).isEqualTo("subjects unknown");
        assertThat(found.evidence()).contains("an inter-patient figure was not measured");
    }

    @Test
    void namesASharedSubjectEvenWhereOthersAreUnknown() {
        Split split = patients.splits(CLEAN, 1).get(0);
        Beats spoilt = AuditBeats.of(
                AuditBeats.of(CLEAN, Selection.of(split.training().at(0)), ""),
                Selection.of(split.test().at(0)),
                CLEAN.beat(split.training().at(1)).subject());
        assertThat(check(spoilt, patients, split, SharedSubjects.ID).verdict()).isEqualTo(AuditVerdict.FAIL);
    }

    @Test
    void findsOversamplingOfTheWholeDataSet() {
        Beats oversampled = Resampling.OVER.apply(CLEAN, 1);
        Split split = only(beats, oversampled, 1);
        assertThat(check(oversampled, beats, split, IdenticalRows.ID).verdict()).isEqualTo(AuditVerdict.FAIL);
        Check found = check(oversampled, beats, split, ResampledFirst.ID);
        assertThat(found.verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(found.evidence()).startsWith("It shows in the rows: of class S and V");
    }

    @Test
    void doesNotCallAWholeDataSetInDuplicateResampled() {
        Beats twice = CLEAN.select(all(CLEAN).and(all(CLEAN)));
        Split split = only(beats, twice, 1);
        assertThat(check(twice, beats, split, IdenticalRows.ID).verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(check(twice, beats, split, ResampledFirst.ID).verdict()).isEqualTo(AuditVerdict.PASS);
    }

    @Test
    void findsCopiesWithSmallAndWithLargerChanges() {
        Beats small = AuditBeats.repeated(CLEAN, 1, 3, 1e-3);
        assertThat(check(small, beats, only(beats, small, 1), NearCopies.ID).verdict())
                .isEqualTo(AuditVerdict.FAIL);
        Split split = only(beats, CLEAN, 1);
        Beats larger = CLEAN;
        for (int i = 0; i < 40; i++) {
            larger = AuditBeats.copied(
                    larger, split.training().at(7 * i), split.test().at(4 * i), 0.02);
        }
        assertThat(check(larger, beats, split, NearCopies.ID).verdict()).isEqualTo(AuditVerdict.PASS);
        Check found = check(larger, beats, split, Nearness.ID);
        assertThat(found.verdict()).isEqualTo(AuditVerdict.WARN);
        assertThat(found.headline()).endsWith("% unusually near");
        assertThat(found.figures().get("nearer")).isGreaterThanOrEqualTo(40);
    }

    @Test
    void findsSmoteBeforeTheDivision() {
        for (long seed = 1; seed < 4; seed++) {
            Beats made = Resampling.SMOTE.apply(CLEAN, seed);
            Split split = only(beats, made, seed);
            Check found = check(made, beats, split, Interpolated.ID);
            assertThat(found.verdict()).isEqualTo(AuditVerdict.FAIL);
            assertThat(found.evidence()).contains("rows of class S and V were made up");
            assertThat(found.figures()).containsEntry("between-N", 0.0);
            assertThat(found.figures().get("between-S")).isGreaterThan(60);
        }
    }

    @Test
    void doesNotMindSmoteOnTheTrainingSideOnly() {
        Split split = patients.splits(CLEAN, 1).get(0);
        Beats learned = Resampling.SMOTE.apply(CLEAN.select(split.trainingAndValidation()), 1);
        Beats test = CLEAN.select(split.test());
        Beats.Builder all = Beats.builder(CLEAN.classes(), CLEAN.length());
        IntStream.range(0, learned.size())
                .forEach(row -> all.add(learned.samples().row(row), learned.beat(row)));
        IntStream.range(0, test.size()).forEach(row -> all.add(test.samples().row(row), test.beat(row)));
        Split same = new Split(
                "same",
                Selection.where(learned.size(), row -> true),
                Selection.of(),
                Selection.of(IntStream.range(learned.size(), learned.size() + test.size())
                        .toArray()));
        assertThat(check(all.build(), patients, same, Interpolated.ID).verdict())
                .isEqualTo(AuditVerdict.PASS);
    }

    /** Rows that one number determines are all on one line, in every class, and nobody made them up. */
    @Test
    void doesNotTakeSimpleRowsForMadeUpOnes() {
        float[] samples = CLEAN.samples().toArray();
        for (int row = 0; row < CLEAN.size(); row++) {
            float level = samples[row * CLEAN.length() + 20] + row * 1e-4f;
            Arrays.fill(samples, row * CLEAN.length(), (row + 1) * CLEAN.length(), level);
            samples[row * CLEAN.length()] = 0;
        }
        Beats simple = CLEAN.withSamples(Rows.of(samples, CLEAN.length()));
        Check found = check(simple, beats, only(beats, simple, 1), Interpolated.ID);
        assertThat(found.figures().get("between")).isGreaterThan(100);
        assertThat(found.verdict()).isEqualTo(AuditVerdict.PASS);
    }

    @Test
    void findsScalersFittedOnEverything() {
        Beats raw = AuditBeats.unscaled(20, 1);
        for (Protocol protocol : new Protocol[] {patients, beats}) {
            Split split = protocol.splits(raw, 1).get(0);
            assertThat(check(raw, protocol, split, ScaledWithTest.ID).verdict()).isEqualTo(AuditVerdict.PASS);
            for (Scaler scaler : Scaler.values()) {
                Check everything = check(scaler.fitted(raw, all(raw)), protocol, split, ScaledWithTest.ID);
                assertThat(everything.verdict()).as("%s", scaler).isEqualTo(AuditVerdict.FAIL);
                assertThat(everything.evidence()).contains("fitted on test rows too");
                Check training =
                        check(scaler.fitted(raw, split.trainingAndValidation()), protocol, split, ScaledWithTest.ID);
                assertThat(training.verdict()).as("%s", scaler).isEqualTo(AuditVerdict.PASS);
            }
        }
    }

    @Test
    void findsFeaturesMadeFromTheLabelsOfTheTest() {
        Split split = patients.splits(CLEAN, 1).get(0);
        Beats honest = withFeature((row, label) -> (row * 7_919L % 1_000) / 1_000f);
        assertThat(check(honest, patients, split, TellingFeatures.ID).verdict()).isEqualTo(AuditVerdict.PASS);

        Beats planted = withFeature((row, label) -> label + (row * 7_919L % 1_000) / 2_000f);
        Check found = check(planted, patients, split, TellingFeatures.ID);
        assertThat(found.verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(found.evidence()).contains("planted tells N");
        assertThat(Auditor.of(planted, 1).formChecks(patients, split)).contains(found);
    }

    @Test
    void findsFeaturesScaledOverBothSides() {
        Beats raw = AuditBeats.unscaled(20, 1);
        Split split = patients.splits(raw, 1).get(0);
        for (Scaler scaler : Scaler.values()) {
            Check everything = check(asFeatures(scaler.fitted(raw, all(raw))), patients, split, "feature-scaling");
            assertThat(everything.verdict()).as("%s", scaler).isEqualTo(AuditVerdict.FAIL);
            Check training = check(
                    asFeatures(scaler.fitted(raw, split.trainingAndValidation())), patients, split, "feature-scaling");
            assertThat(training.verdict()).as("%s", scaler).isEqualTo(AuditVerdict.PASS);
        }
    }

    private static Beats withFeature(BiFunction<Integer, Integer, Float> feature) {
        Form form = new Form(
                "planted",
                CLEAN.length(),
                Form.row(CLEAN.length()).channels(),
                List.of(new Input("planted", "", "made for a test", false)));
        Beats.Builder all = Beats.builder(CLEAN.classes(), form);
        for (int row = 0; row < CLEAN.size(); row++) {
            float[] values = Arrays.copyOf(CLEAN.samples().row(row), form.width());
            values[CLEAN.length()] = feature.apply(row, CLEAN.label(row));
            all.add(values, CLEAN.beat(row));
        }
        return all.build();
    }

    /** Beats of which the samples are features, beside a channel of zeros. */
    private static Beats asFeatures(Beats beats) {
        List<Input> features = IntStream.range(0, beats.length())
                .mapToObj(i -> new Input("f" + i, "", "made for a test", false))
                .toList();
        Form form = new Form("features", 1, Form.row(1).channels(), features);
        Beats.Builder all = Beats.builder(beats.classes(), form);
        for (int row = 0; row < beats.size(); row++) {
            float[] values = new float[form.width()];
            beats.samples().copyRow(row, values, 1);
            all.add(values, Beat.anonymous(beats.label(row), 0));
        }
        return all.build();
    }

    @Test
    void knowsRowsThatWereScaledByThemselves() {
        Check found = check(CLEAN, patients, patients.splits(CLEAN, 1).get(0), ScaledWithTest.ID);
        assertThat(found.verdict()).isEqualTo(AuditVerdict.PASS);
        assertThat(found.evidence()).contains("row by row");
    }

    @Test
    void givesTheSameAuditWithAnyNumberOfThreads() {
        Split split = patients.splits(CLEAN, 1).get(0);
        assertThat(Auditor.of(CLEAN, 1).checks(patients, split, Cancellation.NEVER))
                .isEqualTo(Auditor.of(CLEAN, 4).checks(patients, split, Cancellation.NEVER));
    }

    @Test
    void auditsTinyAndOddDataSetsToo() {
        Beats few = CLEAN.select(Selection.of(0, 1, 9, 40, 41, 49));
        Split split = new Split("tiny", Selection.of(0, 1, 2), Selection.of(), Selection.of(3, 4, 5));
        assertThat(verdicts(few, beats, split).values()).doesNotContain(AuditVerdict.FAIL);
        float[] missing = few.samples().toArray();
        Arrays.fill(missing, Float.NaN);
        Beats nothing = few.withSamples(Rows.of(missing, few.length()));
        assertThat(check(nothing, beats, split, Nearness.ID).evidence()).contains("too few rows of finite values");
        assertThat(check(few, beats, new Split("one", Selection.of(0), Selection.of(), Selection.of(4)), Nearness.ID)
                        .verdict())
                .isEqualTo(AuditVerdict.PASS);
    }

    /** The scalers everybody uses, column by column. */
    private enum Scaler {
        ZERO_TO_ONE {
            @Override
            double[] offsetAndWidth(double[] values) {
                double lowest = Arrays.stream(values).min().orElseThrow();
                return new double[] {lowest, Arrays.stream(values).max().orElseThrow() - lowest};
            }
        },
        MINUS_ONE_TO_ONE {
            @Override
            double[] offsetAndWidth(double[] values) {
                double[] zeroToOne = ZERO_TO_ONE.offsetAndWidth(values);
                return new double[] {zeroToOne[0] + zeroToOne[1] / 2, zeroToOne[1] / 2};
            }
        },
        STANDARD {
            @Override
            double[] offsetAndWidth(double[] values) {
                double mean = Arrays.stream(values).average().orElseThrow();
                double squares = Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum();
                return new double[] {mean, Math.sqrt(squares / values.length)};
            }
        };

        abstract double[] offsetAndWidth(double[] values);

        Beats fitted(Beats beats, Selection on) {
            float[] samples = beats.samples().toArray();
            for (int column = 0; column < beats.length(); column++) {
                int place = column;
                double[] fit = offsetAndWidth(on.stream()
                        .mapToDouble(row -> beats.samples().at(row, place))
                        .toArray());
                for (int i = column; i < samples.length; i += beats.length()) {
                    samples[i] = (float) ((samples[i] - fit[0]) / fit[1]);
                }
            }
            return beats.withSamples(Rows.of(samples, beats.length()));
        }
    }

    private static Selection all(Beats beats) {
        return Selection.where(beats.size(), row -> true);
    }

    private static Split only(Protocol protocol, Beats beats, long seed) {
        return protocol.splits(beats, seed).get(0);
    }

    private static Map<String, AuditVerdict> verdicts(Beats beats, Protocol protocol, Split split) {
        return Auditor.of(beats, 2).checks(protocol, split, Cancellation.NEVER).stream()
                .collect(Collectors.toMap(Check::id, Check::verdict));
    }

    private static Check check(Beats beats, Protocol protocol, Split split, String id) {
        return Auditor.of(beats, 2).checks(protocol, split, Cancellation.NEVER).stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

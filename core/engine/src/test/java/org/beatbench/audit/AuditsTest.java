package org.beatbench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.UserError;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.results.Costs;
import org.beatbench.results.Environment;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditsTest {

    @TempDir
    private Path folder;

    private final Trial first = trial("fold-1", "1", ValidationUse.JOINED);
    private final Trial second = trial("fold-2", "1", ValidationUse.JOINED);
    private final SplitAudit passed = audit(first, AuditVerdict.PASS, "");
    private final SplitAudit failed = audit(second, AuditVerdict.FAIL, "3 twins");

    @Test
    void theWorstSplitSpeaksForTheProtocol() {
        ProtocolAudit sum = new Audits(List.of(passed, failed), Set.of())
                .of("patients", List.of(first, second), List.of())
                .orElseThrow();
        assertThat(sum.verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(sum.label()).isEqualTo("FAIL, 3 twins");
        assertThat(sum.splits()).isEqualTo(2);
        assertThat(sum.findings()).extracting(ProtocolAudit.Finding::place).containsExactly("fold-2, seed 1");
    }

    @Test
    void ofEqualSplitsTheFirstSpeaks() {
        ProtocolAudit sum = new Audits(List.of(passed, audit(second, AuditVerdict.PASS, "")), Set.of())
                .of("patients", List.of(first, second), List.of())
                .orElseThrow();
        assertThat(sum.label()).isEqualTo("PASS");
        assertThat(sum.findings().get(0).place()).isEqualTo("fold-1, seed 1");
    }

    @Test
    void aCheckThatOneSplitNeededSpeaksForTheProtocol() {
        SplitAudit more = new SplitAudit(
                failed.key(),
                "patients",
                "fold-2",
                1,
                10,
                5,
                List.of(
                        new Check(
                                OneSidedClasses.ID,
                                "Classes on one side",
                                AuditVerdict.WARN,
                                "class S in the test only",
                                "",
                                Map.of("unlearned S", 3.0)),
                        failed.checks().get(0)));

        ProtocolAudit sum = new Audits(List.of(passed, more), Set.of())
                .of("patients", List.of(first, second), List.of())
                .orElseThrow();

        assertThat(sum.label()).isEqualTo("FAIL, 3 twins");
        assertThat(sum.findings())
                .extracting(ProtocolAudit.Finding::place)
                .containsExactly("fold-2, seed 1", "fold-2, seed 1");
        assertThat(sum.sides().unlearned()).containsExactly(Map.entry("S", 3L));
    }

    @Test
    void saysNothingWhileASplitIsNotAudited() {
        Audits some = new Audits(List.of(passed), Set.of());
        assertThat(some.of("patients", List.of(first, second), List.of())).isEmpty();
        assertThat(some.of("beats", List.of(first), List.of())).isEmpty();
        assertThat(some.find(first)).contains(passed);
        assertThat(some.find(second)).isEmpty();
    }

    @Test
    void aLaterAuditReplacesAnEarlierOne() {
        SplitAudit again = audit(first, AuditVerdict.WARN, "new");
        assertThat(new Audits(List.of(passed), Set.of()).with(List.of(again)).splits())
                .containsExactly(again);
    }

    @Test
    void theKeyFollowsTheBeatsAndTheirDivisionAndNothingElse() {
        assertThat(SplitAudit.key(first)).isEqualTo(SplitAudit.key(trial("fold-1", "5", ValidationUse.HELD_OUT)));
        assertThat(SplitAudit.key(first)).isNotEqualTo(SplitAudit.key(second));
        assertThat(SplitAudit.key("a", "beats/1", "whole", 1)).isNotEqualTo(SplitAudit.key("b", "beats/1", "whole", 1));
        assertThat(SplitAudit.key("a", "beats/1", "whole", 1)).isNotEqualTo(SplitAudit.key("a", "beats/2", "whole", 1));
        assertThat(SplitAudit.key("a", "beats/1", "whole", 1)).isNotEqualTo(SplitAudit.key("a", "beats/1", "whole", 2));
    }

    @Test
    void isStoredAndReadAgain() throws IOException {
        Audits audits = new Audits(List.of(passed, failed), Set.of()).accepting(List.of(failed));
        FolderStore store = FolderStore.open(folder);
        assertThat(AuditFile.read(store)).isEqualTo(Audits.NONE);
        AuditFile.write(audits, store);
        assertThat(AuditFile.read(store)).isEqualTo(audits);
        assertThat(audits.of("patients", List.of(second), List.of())
                        .orElseThrow()
                        .accepted())
                .isTrue();
        assertThat(audits.of("patients", List.of(first), List.of())
                        .orElseThrow()
                        .accepted())
                .isFalse();
    }

    @Test
    void damagedFilesAreCalledSo() throws IOException {
        FolderStore store = FolderStore.open(folder);
        AuditFile.write(new Audits(List.of(passed), Set.of()), store);
        String text = Files.readString(folder.resolve("audit.json"));
        for (String damaged : List.of(
                "",
                "null",
                "{",
                "{\"format\": 1}",
                text.replace("\"evidence\"", "\"evidense\""),
                text.replace("\"PASS\"", "\"PAST\""),
                text.replace("\"format\" : 1", "\"format\" : 2"),
                text.replaceAll("\"checks\" : \\[[^]]*]", "\"checks\" : [null]"))) {
            Files.writeString(folder.resolve("audit.json"), damaged);
            assertThatThrownBy(() -> AuditFile.read(store))
                    .as(damaged)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("audit.json");
        }
        Files.write(folder.resolve("audit.json"), new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xff});
        assertThatThrownBy(() -> AuditFile.read(store)).hasMessageContaining("UTF-8");
    }

    @Test
    void oneLookEachAndNoChoicePass() {
        Check check = LooksAndChoices.check(List.of(run(first, 1, 9), run(second, 1, 9)));
        assertThat(check.verdict()).isEqualTo(AuditVerdict.PASS);
        assertThat(check.evidence())
                .isEqualTo("The model of each of 2 trials has answered the test rows once at most, without labels."
                        + " Nothing was chosen between.");
    }

    @Test
    void furtherLooksAreAWarning() {
        Check check = LooksAndChoices.check(List.of(run(first, 3, 9), run(second, 1, 9)));
        assertThat(check.verdict()).isEqualTo(AuditVerdict.WARN);
        assertThat(check.headline()).isEqualTo("up to 3 looks");
        assertThat(check.figures()).containsEntry("most-looks", 3.0).containsEntry("trials-looked-again", 1.0);
    }

    @Test
    void choicesByValidationPass() {
        Check check = LooksAndChoices.check(List.of(
                run(trial("fold-1", "1", ValidationUse.HELD_OUT), 1, 9, 1, 2),
                run(trial("fold-1", "5", ValidationUse.HELD_OUT), 1, 9, 1, 2)));
        assertThat(check.verdict()).isEqualTo(AuditVerdict.PASS);
        assertThat(check.evidence()).contains("1 choice between settings", "none of which is a test row");
    }

    @Test
    void choicesWithoutValidationAndByTestRowsFail() {
        Check blind =
                LooksAndChoices.check(List.of(run(first, 1, 9), run(trial("fold-1", "5", ValidationUse.JOINED), 1, 9)));
        assertThat(blind.verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(blind.headline()).isEqualTo("chosen without validation");
        Check peeping = LooksAndChoices.check(List.of(run(trial("fold-1", "1", ValidationUse.HELD_OUT), 1, 9, 1, 9)));
        assertThat(peeping.verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(peeping.headline()).isEqualTo("test rows in validation");
    }

    @Test
    void looksBelongToTheAuditOfAProtocolOnceItHasRun() {
        Audits audits = new Audits(List.of(passed), Set.of());
        assertThat(audits.of("patients", List.of(first), List.of(run(first, 2, 9)))
                        .orElseThrow()
                        .label())
                .isEqualTo("WARN, up to 2 looks");
    }

    private static SplitAudit audit(Trial trial, AuditVerdict verdict, String headline) {
        return new SplitAudit(
                SplitAudit.key(trial),
                trial.protocolId(),
                trial.split(),
                trial.seed(),
                10,
                5,
                List.of(new Check("twins", "Twins", verdict, headline, "Evidence.", Map.of("rows", 3.0))));
    }

    private static Trial trial(String split, String neighbours, ValidationUse validation) {
        return new Trial(
                "KNN",
                new DatasetUse("toy", "1", Map.of(), "0123"),
                "patients/1",
                split,
                new ClassifierUse("knn", "1", Map.of("neighbours", neighbours), Map.of(), "built-in"),
                "none",
                "none",
                validation,
                Map.of(),
                1,
                1,
                17,
                "");
    }

    private static RunRecord run(Trial trial, int looks, int testRow, int... validationRows) {
        Costs costs = new Costs(1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 1, 1);
        Environment machine = new Environment("0", "", "17", "Linux", "any", 1, 1, Environment.OWN_PROCESS);
        Outcome outcome = new Outcome.Completed(answers(validationRows), answers(testRow), costs);
        return new RunRecord(trial, outcome, machine, Instant.EPOCH, looks);
    }

    private static Answers answers(int... rows) {
        Rows.Builder probabilities = Rows.builder(1);
        IntStream.of(rows).forEach(row -> probabilities.add(new float[] {1}));
        return Answers.of(
                List.of("N"),
                IntStream.of(rows)
                        .mapToObj(row -> new AnsweredBeat(row, "", "", -1, 0))
                        .toList(),
                Predictions.of(probabilities.build()));
    }
}

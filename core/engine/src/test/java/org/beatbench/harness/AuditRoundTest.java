package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Audits;
import org.beatbench.audit.SplitAudit;
import org.beatbench.experiment.Trial;
import org.junit.jupiter.api.Test;

class AuditRoundTest {

    private static final Provenance KNOWN = Provenance.of(List.of());

    private final List<Trial> trials = Toys.trials(Toys.experiment(
            List.of("copies", "patients"), Toys.entry("one", Map.of()), Toys.entry("other", Map.of("sharpness", 5))));

    private static List<SplitAudit> audits(List<Trial> trials, Audits known, Progress progress) throws IOException {
        return AuditRound.of(trials, Toys.trialBeats(Toys.BEATS), KNOWN, known, 2, progress, Cancellation.NEVER);
    }

    @Test
    void auditsEachSplitOnceHoweverManyTrialsShareIt() throws IOException {
        List<Long> steps = new ArrayList<>();
        List<SplitAudit> audits = audits(trials, Audits.NONE, (stage, done, total) -> steps.add(done));

        assertThat(trials).hasSize(12);
        assertThat(audits)
                .extracting(SplitAudit::split)
                .containsExactly("whole", "fold-1", "fold-2", "fold-3", "fold-4", "fold-5");
        assertThat(audits).extracting(SplitAudit::verdict).startsWith(AuditVerdict.FAIL, AuditVerdict.PASS);
        assertThat(audits.get(0).learned() + audits.get(0).test()).isEqualTo(3 * 55);
        assertThat(steps).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void auditsNothingTwice() throws IOException {
        Audits known = Audits.NONE.with(audits(trials.subList(0, 2), Audits.NONE, Progress.NONE));

        assertThat(audits(trials, known, Progress.NONE)).hasSize(5);
        assertThat(audits(trials.subList(0, 2), known, Progress.NONE)).isEmpty();
    }

    @Test
    void auditsAgainWhatWasAuditedWhenNobodyKnewWhoseTheRecordsAre() throws IOException {
        List<Trial> ofOneFold = trials.subList(2, 4);
        Provenance assumed = new Provenance(List.of(), List.of(), true);
        List<SplitAudit> before = AuditRound.of(
                ofOneFold, Toys.trialBeats(Toys.BEATS), assumed, Audits.NONE, 2, Progress.NONE, Cancellation.NEVER);
        Audits known = Audits.NONE.with(before);

        assertThat(before).extracting(SplitAudit::verdict).containsOnly(AuditVerdict.WARN);
        List<SplitAudit> again = audits(ofOneFold, known, Progress.NONE);
        assertThat(again).hasSameSizeAs(before).extracting(SplitAudit::verdict).containsOnly(AuditVerdict.PASS);
        assertThat(audits(ofOneFold, known.with(again), Progress.NONE)).isEmpty();
    }

    @Test
    void stopsWhenItIsToldTo() {
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> AuditRound.of(
                        trials, Toys.trialBeats(Toys.BEATS), KNOWN, Audits.NONE, 1, Progress.NONE, () -> true));
    }
}

package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Auditor;
import org.beatbench.audit.Check;
import org.beatbench.data.records.MitdbProvider;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What an audit says of the real records. */
@EnabledIfEnvironmentVariable(named = "BEATBENCH_DATA", matches = ".+")
class AuditRealTest {

    private static Beats beats;
    private static Auditor auditor;

    @BeforeAll
    static void load() throws IOException {
        Path data = Path.of(Objects.requireNonNull(System.getenv("BEATBENCH_DATA")));
        MitdbProvider mitdb = new MitdbProvider();
        beats = mitdb.load(mitdb.defaults(), new DatasetContext(data, Progress.NONE, Cancellation.NEVER));
        auditor = Auditor.of(beats, 2);
    }

    private static Map<String, Check> checks(String id, int split) {
        Protocol protocol = Protocols.of(id);
        Split chosen = protocol.splits(beats, 1).get(split);
        return auditor.checks(protocol, chosen, Cancellation.NEVER).stream()
                .collect(Collectors.toMap(Check::id, Function.identity()));
    }

    @Test
    void raisesNoFalseAlarmOverPatientsNeverSeen() {
        for (int fold = 0; fold < 5; fold++) {
            assertThat(checks("patients", fold).values())
                    .extracting(Check::verdict)
                    .containsOnly(AuditVerdict.PASS);
        }
    }

    @Test
    void findsInThePublishedListsTheManWhoIsOnBothSidesAndNothingElse() {
        Map<String, Check> checks = checks("ds1-ds2", 0);
        Check subjects = checks.remove("subjects");
        assertThat(subjects.verdict()).isEqualTo(AuditVerdict.WARN);
        assertThat(subjects.headline()).isEqualTo("1 of 22 subjects on both sides");
        assertThat(checks.values()).extracting(Check::verdict).containsOnly(AuditVerdict.PASS);
    }

    @Test
    void findsInBeatsDealtAtRandomThatEverybodyIsOnBothSides() {
        Map<String, Check> checks = checks("beats", 0);
        Check subjects = checks.remove("subjects");
        assertThat(subjects.verdict()).isEqualTo(AuditVerdict.WARN);
        assertThat(subjects.headline()).isEqualTo("47 of 47 subjects on both sides");
        assertThat(checks.values()).extracting(Check::verdict).containsOnly(AuditVerdict.PASS);
    }

    @Test
    void failsTheFamousMistakeForTheTwinsOfThreeQuartersOfItsTestRows() {
        Map<String, Check> checks = checks("copies", 0);
        assertThat(checks.get("identical-rows").verdict()).isEqualTo(AuditVerdict.FAIL);
        assertThat(checks.get("identical-rows").headline()).isEqualTo("76.4\u202f% twins");
        assertThat(checks.get("resampling").verdict()).isEqualTo(AuditVerdict.FAIL);
    }
}

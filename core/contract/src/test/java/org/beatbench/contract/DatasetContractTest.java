package org.beatbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.api.DatasetProvider;
import org.beatbench.contract.ToyDataset.Flaw;
import org.beatbench.contract.check.Check;
import org.beatbench.contract.check.DatasetChecks;
import org.beatbench.contract.check.DatasetSubject;
import org.beatbench.contract.check.Verdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A data set that keeps its contract passes, and each way to break it fails the checks that are there for it, and no other. */
class DatasetContractTest {

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource
    void catchesEachFlaw(Flaw flaw) throws IOException {
        Set<String> failed = new TreeSet<>();
        Held contract = new Held(flaw);
        contract.scratch = scratch;
        for (Check<DatasetSubject> check : DatasetChecks.of(flaw.dataset())) {
            if (check.on(contract.subject(), Map.of()).verdict() == Verdict.FAILED) {
                failed.add(check.id());
            }
        }
        assertThat(failed).isEqualTo(new TreeSet<>(flaw.checks()));
    }

    private static final class Held extends DatasetContract {

        private final Flaw flaw;

        private Held(Flaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected DatasetProvider<?> provider() {
            return flaw.dataset();
        }

        @Override
        protected Path data(Path empty) throws IOException {
            Files.createDirectory(empty.resolve("toy"));
            Files.writeString(empty.resolve(ToyDataset.FILE), "here");
            return empty;
        }
    }
}

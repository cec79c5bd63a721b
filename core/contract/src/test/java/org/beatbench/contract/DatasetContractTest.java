package org.beatbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.api.DatasetProvider;
import org.beatbench.contract.ToyDataset.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A data set that keeps its contract passes, and each way to break it fails the tests that are there for it, and no other. */
class DatasetContractTest {

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource
    void catchesEachFlaw(Flaw flaw) throws IOException, ReflectiveOperationException {
        Set<String> failed = new TreeSet<>();
        for (Method test : DatasetContract.class.getDeclaredMethods()) {
            if (test.isAnnotationPresent(Test.class)) {
                Held contract = new Held(flaw);
                contract.scratch = Files.createDirectory(scratch.resolve(test.getName()));
                contract.findData();
                try {
                    test.invoke(contract);
                } catch (InvocationTargetException e) {
                    failed.add(test.getName());
                }
            }
        }
        assertThat(failed).isEqualTo(new TreeSet<>(flaw.tests()));
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

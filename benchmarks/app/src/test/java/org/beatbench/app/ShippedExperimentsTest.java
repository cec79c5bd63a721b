package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.beatbench.app.experiments.Experiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedExperimentsTest {

    @TempDir
    private Path results;

    @ParameterizedTest
    @ValueSource(strings = {"quick", "example"})
    void canBePlanned(String name) {
        Cli plan = Cli.run("run", name, "--dry-run", "--results", results.toString());

        assertThat(plan.err()).isEmpty();
        assertThat(plan.exitCode()).isZero();
        assertThat(plan.out()).contains("trials to run").contains("about ");
        assertThat(results).as("a dry run writes nothing").isEmptyDirectory();
    }

    @Test
    void areAllListed() {
        assertThat(Cli.run("list").out()).contains(String.join(", ", Experiments.SHIPPED));
    }
}

package org.beatbench.data.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.contract.PerturbableContract;

class EdfContractTest extends PerturbableContract {

    @Override
    protected PerturbableProvider<?> provider() {
        return new EdfProvider();
    }

    @Override
    protected Path data(Path empty) throws IOException {
        RecordingTwins.writeEdf(Files.createDirectory(empty.resolve("edf")));
        return empty;
    }
}

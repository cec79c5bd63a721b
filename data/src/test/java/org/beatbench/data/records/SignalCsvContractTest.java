package org.beatbench.data.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.contract.PerturbableContract;

class SignalCsvContractTest extends PerturbableContract {

    @Override
    protected PerturbableProvider<?> provider() {
        return new SignalCsvProvider();
    }

    @Override
    protected Path data(Path empty) throws IOException {
        RecordingTwins.writeSignalCsv(Files.createDirectory(empty.resolve("signal-csv")));
        return empty;
    }
}

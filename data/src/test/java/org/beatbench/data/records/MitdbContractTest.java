package org.beatbench.data.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.contract.PerturbableContract;

class MitdbContractTest extends PerturbableContract {

    @Override
    protected PerturbableProvider<?> provider() {
        return new MitdbProvider();
    }

    @Override
    protected Path data(Path empty) throws IOException {
        MadeRecords.write(Files.createDirectory(empty.resolve("mitdb")));
        return empty;
    }
}

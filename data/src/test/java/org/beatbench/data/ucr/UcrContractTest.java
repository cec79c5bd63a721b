package org.beatbench.data.ucr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.DatasetProvider;
import org.beatbench.contract.DatasetContract;

class UcrContractTest extends DatasetContract {

    @Override
    protected DatasetProvider<?> provider() {
        return new UcrProvider();
    }

    /** Series of unequal length are padded. */
    @Override
    protected Record settings() {
        return new UcrSettings("", "Toy", true, LabelPlace.FIRST);
    }

    @Override
    protected Path data(Path empty) throws IOException {
        Path folder = Files.createDirectory(empty.resolve("ucr"));
        Files.writeString(folder.resolve("Toy_TRAIN.tsv"), "1\t0.5\t-3\t3\n2\t1\t2\n1\t4\t5\t6\n");
        Files.writeString(folder.resolve("Toy_TEST.tsv"), "2\t7\t8\n1\t0\t1\t0.25\n");
        return empty;
    }
}

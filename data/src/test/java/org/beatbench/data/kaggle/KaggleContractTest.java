package org.beatbench.data.kaggle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.DatasetProvider;
import org.beatbench.contract.DatasetContract;

class KaggleContractTest extends DatasetContract {

    @Override
    protected DatasetProvider<?> provider() {
        return new KaggleProvider();
    }

    @Override
    protected Path data(Path empty) throws IOException {
        Path folder = Files.createDirectory(empty.resolve("kaggle"));
        Files.writeString(folder.resolve("mitbih_train.csv"), rows(40));
        Files.writeString(folder.resolve("mitbih_test.csv"), rows(10));
        return empty;
    }

    /** Rows of 20 to 24 samples, then zeros, then the label. */
    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> IntStream.range(0, 187)
                                .mapToObj(i -> i < 20 + row % 5 ? (row + i) % 10 / 10.0 + 0.05 + "," : "0.0,")
                                .collect(Collectors.joining())
                        + row % 5 + ".0\n")
                .collect(Collectors.joining());
    }
}

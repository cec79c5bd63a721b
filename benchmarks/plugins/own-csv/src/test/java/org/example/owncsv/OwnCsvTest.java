package org.example.owncsv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.DatasetProvider;
import org.beatbench.contract.DatasetContract;

class OwnCsvTest extends DatasetContract {

    @Override
    protected DatasetProvider<?> provider() {
        return new OwnCsvProvider();
    }

    @Override
    protected Path data(Path empty) throws IOException {
        Path folder = Files.createDirectory(empty.resolve("own-csv"));
        Files.writeString(folder.resolve("beats.csv"), """
                subject,class,sample
                ann,calm,0.1,0.9,0.2,0.1
                ann,odd,0.8,0.2,0.1
                bob,calm,0.2,1.0,0.2,0.2
                """);
        return empty;
    }
}

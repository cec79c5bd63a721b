package org.beatbench.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.DatasetProvider;
import org.beatbench.contract.DatasetContract;

class TableContractTest extends DatasetContract {

    @Override
    protected DatasetProvider<?> provider() {
        return new TableProvider();
    }

    @Override
    protected Record settings() {
        return new TableSettings("", 0);
    }

    @Override
    protected Path data(Path empty) throws IOException {
        Files.writeString(empty.resolve("beats.csv"), "subject,class,t000,t001\nA,N,0,1\nA,V,1,0.5\nB,N,0,0.75\n");
        return empty;
    }
}

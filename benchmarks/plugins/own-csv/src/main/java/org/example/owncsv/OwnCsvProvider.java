package org.example.owncsv;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;

/** Makes the data set known; named in META-INF/services. */
public final class OwnCsvProvider implements DatasetProvider<OwnCsvSettings> {

    private static final String ID = "own-csv";

    @Override
    public DatasetInfo info() {
        return DatasetInfo.of(ID, "Own CSV", "Beats of a table: subject, class, samples", "1");
    }

    @Override
    public OwnCsvSettings defaults() {
        return new OwnCsvSettings("beats.csv", 120);
    }

    @Override
    public Beats load(OwnCsvSettings settings, DatasetContext context) throws IOException {
        return BeatTable.read(context.folder().resolve(ID).resolve(settings.file()), context);
    }

    @Override
    public List<String> assumptions(OwnCsvSettings settings, DatasetContext context) {
        return List.of("Beats are those of " + settings.file() + ", as they stand there.");
    }

    @Override
    public OptionalDouble rate(OwnCsvSettings settings) {
        return OptionalDouble.of(settings.rate());
    }
}

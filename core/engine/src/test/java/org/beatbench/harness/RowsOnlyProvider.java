package org.beatbench.harness;

import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;

/** The toy beats as somebody else's file would give them: rows, whose recordings nobody has. */
public final class RowsOnlyProvider implements DatasetProvider<ToyDatasetProvider.Settings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo("rows-only", "Rows only", "Noisy steps without recordings.", "1", true, "", "");
    }

    @Override
    public ToyDatasetProvider.Settings defaults() {
        return new ToyDatasetProvider.Settings(300);
    }

    @Override
    public Beats load(ToyDatasetProvider.Settings settings, DatasetContext context) {
        return ToyDatasetProvider.beats(settings.beats());
    }
}

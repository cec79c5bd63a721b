package org.beatbench.data.records;

import java.io.IOException;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.data.fetch.FetchSource;

/**
 * Cuts beats from the raw records of the MIT-BIH Arrhythmia Database: the 109,446 beats of the published Kaggle files, but
 * with patient, record, place and RR intervals.
 */
public final class MitdbProvider implements DatasetProvider<RecordSettings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "mitdb",
                "MIT-BIH Arrhythmia Database",
                "48 half-hour recordings of 47 people, cut into 109,446 beats of five classes.",
                "1",
                false,
                FetchSource.MITDB.licence(),
                FetchSource.MITDB.citation());
    }

    @Override
    public RecordSettings defaults() {
        return RecordSettings.DEFAULTS;
    }

    @Override
    public Beats load(RecordSettings settings, DatasetContext context) throws IOException {
        return records(settings, context).beats(context);
    }

    @Override
    public List<String> assumptions(RecordSettings settings, DatasetContext context) throws IOException {
        return records(settings, context).assumptions(context);
    }

    private RecordFolder records(RecordSettings settings, DatasetContext context) throws IOException {
        return RecordFolder.of(
                info(),
                settings,
                context,
                "fetch them with: beatbench fetch mitdb; or name the folder that holds a folder mitdb with --data");
    }
}

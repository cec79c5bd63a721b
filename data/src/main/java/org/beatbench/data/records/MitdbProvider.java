package org.beatbench.data.records;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Provenance;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.fetch.FetchSource;
import org.beatbench.data.wfdb.WfdbSource;

/**
 * Cuts beats from the raw records of the MIT-BIH Arrhythmia Database: the 109,446 beats of the published Kaggle files, but
 * with patient, record, place and RR intervals.
 */
public final class MitdbProvider extends RecordProvider<MitdbSettings> {

    private static final List<String> RECORDS = List.of(
            "100", "101", "102", "103", "104", "105", "106", "107", "108", "109", "111", "112", "113", "114", "115",
            "116", "117", "118", "119", "121", "122", "123", "124", "200", "201", "202", "203", "205", "207", "208",
            "209", "210", "212", "213", "214", "215", "217", "219", "220", "221", "222", "223", "228", "230", "231",
            "232", "233", "234");

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
    public MitdbSettings defaults() {
        return MitdbSettings.DEFAULTS;
    }

    /** Whose the records are is known, since it was published. */
    @Override
    public Provenance provenance(MitdbSettings settings, DatasetContext context) throws IOException {
        RecordFolder records = records(settings, context);
        List<String> assumptions = new ArrayList<>(missing(records.names()));
        Provenance read = records.provenance(context);
        assumptions.addAll(read.assumptions());
        return new Provenance(assumptions, read.warnings(), false, read.input());
    }

    /** A sentence on the records of the database that are not here, if there are any. */
    private static List<String> missing(List<String> names) {
        List<String> here = RECORDS.stream().filter(names::contains).toList();
        List<String> missing =
                RECORDS.stream().filter(record -> !names.contains(record)).toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        if (here.isEmpty()) {
            return List.of("None of the " + RECORDS.size() + " records of the database is here.");
        }
        String which = here.size() < missing.size()
                ? ": " + String.join(", ", here)
                : "; missing: " + String.join(", ", missing);
        return List.of("Only " + here.size() + " of the " + RECORDS.size() + " records are here" + which + ".");
    }

    @Override
    RecordFolder records(MitdbSettings settings, DatasetContext context) throws IOException {
        return RecordFolder.of(
                info(),
                settings.cut(),
                settings.choice(),
                BeatEnd.NEXT_ANNOTATION,
                context,
                WfdbSource::of,
                "fetch them with: beatbench fetch mitdb; or name the folder that holds a folder mitdb with --data");
    }
}

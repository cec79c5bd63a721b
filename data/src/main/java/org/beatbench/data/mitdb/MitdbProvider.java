package org.beatbench.data.mitdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.cache.BeatCache;
import org.beatbench.data.cache.Fingerprint;
import org.beatbench.data.wfdb.Recordings;

/**
 * Cuts beats from the raw records of the MIT-BIH Arrhythmia Database: the 109,446 beats of the published Kaggle files, but
 * with patient, record, place and RR intervals. Takes any other folder of annotated WFDB records as well.
 */
public final class MitdbProvider implements DatasetProvider<MitdbSettings> {

    private static final String VERSION = "1";

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "mitdb",
                "MIT-BIH Arrhythmia Database",
                "48 half-hour recordings of 47 people, cut into 109,446 beats of five classes",
                VERSION,
                false,
                "Open Data Commons Attribution License v1.0 (ODC-By 1.0)",
                "Moody GB, Mark RG. The impact of the MIT-BIH Arrhythmia Database. IEEE Eng in Med and Biol 20(3):45-50"
                        + " (2001). doi:10.13026/C2F305; Goldberger A, et al. PhysioBank, PhysioToolkit, and PhysioNet."
                        + " Circulation 101(23):e215-e220 (2000).");
    }

    @Override
    public MitdbSettings defaults() {
        return new MitdbSettings("", 0, false);
    }

    @Override
    public Beats load(MitdbSettings settings, DatasetContext context) throws IOException {
        Path folder = settings.folder().isEmpty() ? context.folder().resolve("mitdb") : Path.of(settings.folder());
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    folder + " does not exist, so there are no records",
                    "fetch them with: beatbench fetch mitdb; or name the folder that holds a folder mitdb with --data");
        }
        List<String> records = Recordings.names(folder);
        BeatCutter cutter = BeatCutter.of(settings.signal(), settings.resample());
        String recipe = "version " + VERSION + ", signal " + settings.signal() + ", resample " + settings.resample()
                + ", records " + String.join(" ", records);
        return BeatCache.ofUser()
                .load(Fingerprint.of("mitdb", recipe, files(folder, records)), folder, () -> new RecordFolder(
                                folder, records, cutter)
                        .load(context));
    }

    private static List<Path> files(Path folder, List<String> records) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String record : records) {
            files.addAll(Recordings.files(folder, record));
        }
        return files;
    }
}

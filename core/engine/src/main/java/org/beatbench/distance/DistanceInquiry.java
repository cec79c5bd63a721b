package org.beatbench.distance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Cancellation;
import org.beatbench.inquiry.Evidence;
import org.beatbench.inquiry.FindingsTable;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.inquiry.Interview;
import org.beatbench.inquiry.Scope;
import org.beatbench.inquiry.TestSample;
import org.beatbench.inquiry.TrialFiles;

/**
 * Is a test beat unlike anything the model learned from, and is it wrong about such beats more often? The model is asked nothing
 * new: what it answered in the test stands beside the distance of the beat from the nearest training beat.
 */
public final class DistanceInquiry implements Inquiry<TrainingDistances> {

    /** The only one. */
    public static final DistanceInquiry INSTANCE = new DistanceInquiry();

    private static final String FILE = "distance.csv.gz";
    private static final FindingsTable TABLE = new FindingsTable(
            List.of("row", "truth", "answer", "distance", "nearest", "label", "usual"),
            "how far beats are from those learned from");

    private DistanceInquiry() {}

    @Override
    public String id() {
        return "distance";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public int beats(String written) {
        return TestSample.size(written);
    }

    @Override
    public int questions(int beats, int classes, int length) {
        return 0;
    }

    @Override
    public TrainingDistances ask(Scope scope, Interview model) {
        return new DistanceMeasurement(scope, model.threads(), model.cancellation()).of(model.tested());
    }

    @Override
    public List<String> write(TrainingDistances findings, List<String> classes, Path folder) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (DistantBeat beat : findings.beats()) {
            rows.add(List.of(
                    Integer.toString(beat.row()),
                    classes.get(beat.truth()),
                    classes.get(beat.answer()),
                    Float.toString(beat.distance()),
                    Integer.toString(beat.nearest()),
                    classes.get(beat.label()),
                    Float.toString(beat.usual())));
        }
        TABLE.write(rows, folder.resolve(FILE));
        return List.of(FILE);
    }

    @Override
    public TrainingDistances read(TrialFiles files, List<String> classes) throws IOException {
        return TABLE.read(
                files.file(FILE),
                rows -> new TrainingDistances(
                        rows.stream().map(row -> beat(row, classes)).toList()));
    }

    private static DistantBeat beat(List<String> row, List<String> classes) {
        return new DistantBeat(
                Integer.parseInt(row.get(0)),
                FindingsTable.label(row.get(1), classes),
                FindingsTable.label(row.get(2), classes),
                Float.parseFloat(row.get(3)),
                Integer.parseInt(row.get(4)),
                FindingsTable.label(row.get(5), classes),
                Float.parseFloat(row.get(6)));
    }

    /** Measures again. */
    @Override
    public void check(TrainingDistances findings, Evidence evidence) {
        evidence.scope().ifPresent(scope -> {
            int threads = Runtime.getRuntime().availableProcessors();
            List<DistantBeat> expected = new DistanceMeasurement(scope, threads, Cancellation.NEVER)
                    .of(evidence.tested().predictions())
                    .beats();
            List<DistantBeat> found = findings.beats();
            evidence.require(
                    FILE, found.size() + " beats", "there must be " + expected.size(), found.size() == expected.size());
            for (int i = 0; i < expected.size(); i++) {
                evidence.require(
                        FILE + ", beat " + (i + 1),
                        found.get(i).toString(),
                        "measured again, it is " + expected.get(i),
                        found.get(i).equals(expected.get(i)));
            }
        });
    }
}

package org.beatbench.saliency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.inquiry.FindingsTable;
import org.beatbench.inquiry.TrialFiles;

/**
 * What a model looks at, as two gzipped tables that any tool reads: the drops, a row for each beat and window, and the mean
 * beats, a row for each class and sample. Numbers are written so that reading gives back the same bits.
 */
final class SaliencyFiles {

    static final String DROPS = "saliency.csv.gz";
    static final String MEANS = "mean-beats.csv.gz";

    private static final String CONTENT = "what a model looks at";
    private static final FindingsTable DROP_TABLE =
            new FindingsTable(List.of("row", "truth", "answer", "probability", "from", "to", "drop"), CONTENT);
    private static final FindingsTable MEAN_TABLE =
            new FindingsTable(List.of("class", "beats", "sample", "mean"), CONTENT);

    private final List<String> classes;

    /**
     * Files of trials with beats of these classes.
     *
     * @param classes names in label order
     */
    SaliencyFiles(List<String> classes) {
        this.classes = classes;
    }

    /** Writes both; returns their names. */
    List<String> write(Saliency saliency, Path folder) throws IOException {
        DROP_TABLE.write(drops(saliency), folder.resolve(DROPS));
        MEAN_TABLE.write(means(saliency), folder.resolve(MEANS));
        return List.of(DROPS, MEANS);
    }

    private List<List<String>> drops(Saliency saliency) {
        List<List<String>> rows = new ArrayList<>();
        for (OccludedBeat beat : saliency.beats()) {
            for (int i = 0; i < beat.drops().size(); i++) {
                Window window = saliency.windows().get(i);
                rows.add(List.of(
                        Integer.toString(beat.row()),
                        classes.get(beat.truth()),
                        classes.get(beat.answer()),
                        Float.toString(beat.probability()),
                        Integer.toString(window.from()),
                        Integer.toString(window.to()),
                        Float.toString(beat.drops().get(i))));
            }
        }
        return rows;
    }

    private List<List<String>> means(Saliency saliency) {
        List<List<String>> rows = new ArrayList<>();
        for (MeanBeat mean : saliency.means()) {
            for (int sample = 0; sample < mean.samples().size(); sample++) {
                rows.add(List.of(
                        classes.get(mean.label()),
                        Integer.toString(mean.beats()),
                        Integer.toString(sample),
                        Float.toString(mean.samples().get(sample))));
            }
        }
        return rows;
    }

    Saliency read(TrialFiles files) throws IOException {
        List<MeanBeat> means = MEAN_TABLE.read(files.file(MEANS), this::means);
        return DROP_TABLE.read(files.file(DROPS), rows -> saliency(rows, means));
    }

    private Saliency saliency(List<List<String>> rows, List<MeanBeat> means) {
        List<Window> windows = new ArrayList<>();
        List<OccludedBeat> beats = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            while (to < rows.size() && rows.get(to).get(0).equals(rows.get(from).get(0))) {
                to++;
            }
            beats.add(beat(rows.subList(from, to), windows));
            from = to;
        }
        return new Saliency(windows, beats, means);
    }

    /** The beat that some rows are about; windows that no beat before it had are added to those known. */
    private OccludedBeat beat(List<List<String>> rows, List<Window> windows) {
        List<Float> drops = new ArrayList<>();
        for (List<String> row : rows) {
            Window window = new Window(Integer.parseInt(row.get(4)), Integer.parseInt(row.get(5)));
            if (drops.size() == windows.size()) {
                windows.add(window);
            }
            if (!windows.get(drops.size()).equals(window)
                    || !row.subList(0, 4).equals(rows.get(0).subList(0, 4))) {
                throw new IllegalArgumentException("the rows of beat " + row.get(0) + " do not fit the others");
            }
            drops.add(Float.parseFloat(row.get(6)));
        }
        List<String> first = rows.get(0);
        return new OccludedBeat(
                Integer.parseInt(first.get(0)),
                label(first.get(1)),
                label(first.get(2)),
                Float.parseFloat(first.get(3)),
                drops);
    }

    private List<MeanBeat> means(List<List<String>> rows) {
        List<MeanBeat> means = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            List<Float> samples = new ArrayList<>();
            int to = from;
            while (to < rows.size() && rows.get(to).get(0).equals(rows.get(from).get(0))) {
                if (Integer.parseInt(rows.get(to).get(2)) != to - from) {
                    throw new IllegalArgumentException("sample " + rows.get(to).get(2) + " is not the next");
                }
                samples.add(Float.parseFloat(rows.get(to).get(3)));
                to++;
            }
            means.add(new MeanBeat(
                    label(rows.get(from).get(0)),
                    Integer.parseInt(rows.get(from).get(1)),
                    samples));
            from = to;
        }
        return means;
    }

    private int label(String name) {
        return FindingsTable.label(name, classes);
    }
}

package org.beatbench.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.OccludedBeat;
import org.beatbench.saliency.Saliency;
import org.beatbench.saliency.Window;

/**
 * What a model looks at, as two gzipped tables that any tool reads: the drops, a row for each beat and window, and the mean
 * beats, a row for each class and sample. Numbers are written so that reading gives back the same bits.
 */
final class SaliencyFiles {

    static final String DROPS = "saliency.csv.gz";
    static final String MEANS = "mean-beats.csv.gz";

    private static final String REMEDY = "delete its folder and run the experiment again";
    private static final List<String> DROP_COLUMNS =
            List.of("row", "truth", "answer", "probability", "from", "to", "drop");
    private static final List<String> MEAN_COLUMNS = List.of("class", "beats", "sample", "mean");

    private final List<String> classes;

    /**
     * Files of trials with beats of these classes.
     *
     * @param classes names in label order
     */
    SaliencyFiles(List<String> classes) {
        this.classes = classes;
    }

    void writeDrops(Saliency saliency, Path file) throws IOException {
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
        write(DROP_COLUMNS, rows, file);
    }

    void writeMeans(Saliency saliency, Path file) throws IOException {
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
        write(MEAN_COLUMNS, rows, file);
    }

    Saliency read(Path drops, Path means) throws IOException {
        List<MeanBeat> read = readMeans(means);
        List<List<String>> rows = rows(drops, DROP_COLUMNS);
        try {
            List<Window> windows = new ArrayList<>();
            List<OccludedBeat> beats = new ArrayList<>();
            int from = 0;
            while (from < rows.size()) {
                int to = from;
                while (to < rows.size()
                        && rows.get(to).get(0).equals(rows.get(from).get(0))) {
                    to++;
                }
                beats.add(beat(rows.subList(from, to), windows));
                from = to;
            }
            return new Saliency(windows, beats, read);
        } catch (IllegalArgumentException e) {
            throw damaged(drops, e);
        }
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

    private List<MeanBeat> readMeans(Path file) throws IOException {
        List<List<String>> rows = rows(file, MEAN_COLUMNS);
        try {
            List<MeanBeat> means = new ArrayList<>();
            int from = 0;
            while (from < rows.size()) {
                List<Float> samples = new ArrayList<>();
                int to = from;
                while (to < rows.size()
                        && rows.get(to).get(0).equals(rows.get(from).get(0))) {
                    if (Integer.parseInt(rows.get(to).get(2)) != to - from) {
                        throw new IllegalArgumentException(
                                "sample " + rows.get(to).get(2) + " is not the next");
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
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private int label(String name) {
        int label = classes.indexOf(name);
        if (label < 0) {
            throw new IllegalArgumentException("unknown class " + name);
        }
        return label;
    }

    private static void write(List<String> columns, List<List<String>> rows, Path file) throws IOException {
        try (CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.writeRecord(columns);
            rows.forEach(out::writeRecord);
        }
    }

    private static List<List<String>> rows(Path file, List<String> columns) throws IOException {
        try (CsvReader<CsvRecord> in = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(Contents.unpacked(file, REMEDY), StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> records = in.iterator();
            if (!records.hasNext() || !records.next().getFields().equals(columns)) {
                throw new IllegalArgumentException("the columns are not " + String.join(", ", columns));
            }
            List<List<String>> rows = new ArrayList<>();
            records.forEachRemaining(record -> rows.add(record.getFields()));
            if (rows.stream().anyMatch(row -> row.size() != columns.size())) {
                throw new IllegalArgumentException("a row has not " + columns.size() + " fields");
            }
            return rows;
        } catch (CsvParseException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static UserError damaged(Path file, RuntimeException cause) {
        return new UserError(file + " does not hold what a model looks at: " + cause.getMessage(), REMEDY);
    }
}

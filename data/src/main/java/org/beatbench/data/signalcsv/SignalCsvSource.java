package org.beatbench.data.signalcsv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.data.annotations.AnnotationFile;
import org.beatbench.data.annotations.Marks;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Leads;
import org.beatbench.data.recording.RecordSubject;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.recording.Signal;

/**
 * A folder of tables of samples, {@code 100.csv} with a column for each lead, and of marks beside them, such as
 * {@code 100annotations.txt}: the form in which the MIT-BIH records are on Kaggle, and which {@code rdsamp} of WFDB and most
 * recorders write.
 */
public final class SignalCsvSource implements RecordingSource {

    /** The ending of files. */
    public static final String ENDING = ".csv";

    private static final String SUBJECTS = "subjects.csv";

    private final Path folder;
    private final String annotator;
    private final double rate;

    private SignalCsvSource(Path folder, String annotator, double rate) {
        this.folder = folder;
        this.annotator = annotator;
        this.rate = rate;
    }

    /**
     * The recordings of a folder.
     *
     * @param annotator ending of the files that marks are in; empty for those of a usual name
     * @param rate samples a second; 0 if the tables have a column of times
     */
    public static SignalCsvSource of(Path folder, String annotator, double rate) {
        return new SignalCsvSource(folder, annotator, rate);
    }

    /** All {@code *.csv} but {@code subjects.csv} and those with the marks of others. */
    @Override
    public List<String> names() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith(".") && !name.equals(SUBJECTS))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .forEach(names::add);
        }
        List<String> recordings =
                names.stream().filter(name -> !holdsMarks(name, names)).toList();
        if (recordings.isEmpty()) {
            throw new UserError(folder + " holds no tables of samples", "name a folder with files *.csv");
        }
        return recordings;
    }

    private boolean holdsMarks(String name, Set<String> names) {
        String file = name + ENDING;
        boolean byWord = AnnotationFile.owner(file).filter(names::contains).isPresent();
        return byWord
                || (!annotator.isEmpty()
                        && names.stream()
                                .anyMatch(other -> !other.equals(name)
                                        && (file.equals(other + annotator) || file.equals(other + "." + annotator))));
    }

    @Override
    public Recording open(String name, LeadSelection wanted) throws IOException {
        Path file = file(name);
        SignalColumns columns = SignalColumns.of(file);
        if (columns.leads().isEmpty()) {
            throw new UserError(file + " has no column of a lead", SignalColumns.HINT);
        }
        List<Integer> places = Lead.ecgs(columns.leads());
        List<Lead> offered = IntStream.range(0, places.size())
                .mapToObj(number -> columns.leads().get(places.get(number)).numbered(number))
                .toList();
        Leads leads = new Leads(offered, wanted.of(name, offered));
        SignalTable table = SignalTable.read(
                file,
                columns,
                leads.kept().stream()
                        .map(lead -> columns.leads().get(places.get(lead.number())))
                        .toList());
        double found = table.rate(rate);
        List<Signal> signals = table.signals();
        int size = signals.get(0).size();
        Marks marks = new Marks(file, size, found, false, seconds -> Math.round((seconds - table.begin()) * found));
        AnnotationFile beside = AnnotationFile.find(file, annotator).orElse(null);
        if (beside != null) {
            beside.addTo(marks);
        }
        List<Annotation> annotations = marks.inOrder();
        String subject = RecordSubject.of(name, found, size, List.of());
        return new Recording(name, subject, found, leads, signals, annotations, List.of(), marks.warnings());
    }

    private Path file(String name) {
        Path file = folder.resolve(name + ENDING);
        if (!Files.isRegularFile(file)) {
            throw new UserError("there is no " + file, "check folder and name of the recording");
        }
        return file;
    }

    /** Where it is not clear which marks are meant, only the recording. */
    @Override
    public List<Path> files(String name) {
        Path file = file(name);
        List<Path> files = new ArrayList<>(List.of(file));
        try {
            AnnotationFile.find(file, annotator).map(AnnotationFile::path).ifPresent(files::add);
        } catch (UserError unclear) {
            return files;
        }
        return files;
    }

    @Override
    public String recipe() {
        return String.format(Locale.ROOT, "CSV of signals, annotator %s, rate %s", annotator, rate);
    }
}

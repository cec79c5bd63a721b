package org.beatbench.data.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Form;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.data.annotations.AnnotationFile;
import org.beatbench.data.annotations.ClassedSource;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.context.ContextCuts;
import org.beatbench.data.context.ContextCutter;
import org.beatbench.data.detector.QrsDetector;
import org.beatbench.data.edf.EdfSource;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.LearnedLeads;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.signalcsv.SignalCsvSource;
import org.beatbench.data.wfdb.WfdbSource;

/**
 * One recording, whose beats are cut as those were that a model learned from: an EDF or BDF file, a WFDB record, or a CSV file of a
 * signal. Where nobody marked its beats, they are found.
 */
public final class RecordingFile {

    private static final String HEADER = ".hea";

    /** Marks of the beginning, peak and end of waves. */
    private static final Set<String> WAVES = Set.of("(", ")", "p", "t", "u");

    private final Path file;
    private final String name;
    private final RecordingSource source;
    /** Whether somebody said whose marks are wanted. */
    private final boolean wantsMarks;

    private RecordingFile(Path file, String name, RecordingSource source, String annotator) {
        this.file = file;
        this.name = name;
        this.source = source;
        this.wantsMarks = !annotator.isEmpty() && !annotator.equals(RecordingSource.NO_MARKS);
    }

    /**
     * The recording that a path names; nothing if it is something else. A CSV file is a recording if there are marks beside it.
     *
     * @param path a file, or a WFDB record without an ending
     * @param annotator ending of the file with the marks; empty for the usual ones, of which there may be none;
     *     {@link RecordingSource#NO_MARKS} to look at none
     * @param rate samples a second of a CSV file without times; 0 if it has times
     */
    public static Optional<RecordingFile> of(Path path, String annotator, double rate) {
        return one(path, annotator, rate, false);
    }

    private static Optional<RecordingFile> one(Path path, String annotator, double rate, boolean needsMarks) {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
        String called = path.getFileName().toString();
        String lower = called.toLowerCase(Locale.ROOT);
        String stem = called.replaceFirst("\\.\\w+$", "");
        if (EdfSource.ENDINGS.stream().anyMatch(lower::endsWith)) {
            return Optional.of(new RecordingFile(path, stem, EdfSource.ofFile(path, annotator), annotator));
        }
        boolean isHeader = lower.endsWith(HEADER);
        if (isHeader || (!Files.exists(path) && Files.exists(path.resolveSibling(called + HEADER)))) {
            String record = isHeader ? stem : called;
            return Optional.of(new RecordingFile(
                    path, record, WfdbSource.of(folder, marks(folder, record, annotator, needsMarks)), annotator));
        }
        if (lower.endsWith(SignalCsvSource.ENDING)
                && Files.isRegularFile(path)
                && (!annotator.isEmpty() || AnnotationFile.find(path, "").isPresent())) {
            return Optional.of(new RecordingFile(path, stem, SignalCsvSource.of(folder, annotator, rate), annotator));
        }
        return Optional.empty();
    }

    /**
     * The recordings that a path names: one, or those of a folder, which are its WFDB records, or else its EDF and BDF files, or else
     * its CSV files. A CSV file is taken for a recording whether there are marks or not.
     *
     * @param annotator as in {@link #of}, but that there must be usual marks if no others are wanted
     * @param rate as in {@link #of}
     * @throws UserError if there is none
     */
    public static List<RecordingFile> all(Path path, String annotator, double rate) throws IOException {
        if (Files.isDirectory(path)) {
            return inFolder(path, annotator, rate);
        }
        Optional<RecordingFile> one = one(path, annotator, rate, true);
        String name = path.getFileName().toString();
        if (one.isEmpty()
                && name.toLowerCase(Locale.ROOT).endsWith(SignalCsvSource.ENDING)
                && Files.isRegularFile(path)) {
            Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
            String stem = name.substring(0, name.length() - SignalCsvSource.ENDING.length());
            one = Optional.of(new RecordingFile(path, stem, SignalCsvSource.of(folder, annotator, rate), annotator));
        }
        return List.of(
                one.orElseThrow(
                        () -> new UserError(
                                path + (Files.exists(path) ? " is no recording" : " does not exist"),
                                "name a WFDB record (its .hea, or its name without an ending), an EDF, BDF or CSV file, or a folder of these")));
    }

    private static List<RecordingFile> inFolder(Path folder, String annotator, double rate) throws IOException {
        RecordingSource source;
        if (holds(folder, HEADER) || Files.exists(folder.resolve("RECORDS"))) {
            source = WfdbSource.of(folder, annotator.isEmpty() ? WfdbSource.REFERENCE : annotator);
        } else if (EdfSource.ENDINGS.stream().anyMatch(ending -> holds(folder, ending))) {
            source = EdfSource.of(folder, annotator);
        } else if (holds(folder, SignalCsvSource.ENDING)) {
            source = SignalCsvSource.of(folder, annotator, rate);
        } else {
            throw new UserError(
                    folder + " holds no recordings",
                    "name a folder with WFDB records (*.hea), *.edf, *.bdf or *.csv; folders in it are not looked into");
        }
        return source.names().stream()
                .map(name -> new RecordingFile(folder.resolve(name), name, source, annotator))
                .toList();
    }

    /** Whose marks a WFDB record is read with: the reference, if it has one or must have, and nobody wants others. */
    private static String marks(Path folder, String record, String annotator, boolean needsMarks) {
        if (!annotator.isEmpty()) {
            return annotator;
        }
        return needsMarks || Files.exists(folder.resolve(record + "." + WfdbSource.REFERENCE))
                ? WfdbSource.REFERENCE
                : RecordingSource.NO_MARKS;
    }

    private static boolean holds(Path folder, String ending) {
        String[] names = folder.toFile().list();
        return names != null
                && Arrays.stream(names)
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(ending));
    }

    /** Its name, which may begin with that of a folder. */
    public String name() {
        return name;
    }

    /** Where it is, as it was named. */
    public Path place() {
        return file;
    }

    /**
     * Reads it.
     *
     * @throws UserError naming what is wrong with it
     */
    public Recording open(LeadSelection leads) throws IOException {
        return source.open(name, leads);
    }

    /**
     * Its beats.
     *
     * @param form what the model looks at
     * @param lead which
     * @param classed whether the marks must say what kind of beats they are
     * @param end by what the beats ended that the model learned from
     * @param progress hears how far the search for beats is, where nobody marked them
     * @throws UserError if it cannot be read, has none of the marks that are wanted, or gives no beats of this form
     */
    public Cut cut(Form form, LeadWish lead, boolean classed, BeatEnd end, Progress progress, Cancellation cancellation)
            throws IOException {
        ContextCutter found = ContextCutter.giving(form, BeatCutter.of(end, true))
                .orElseThrow(() -> new UserError(
                        "the model does not answer beats that are cut from recordings, but " + form,
                        "name a CSV file with such rows, or train a model on recordings, such as mitdb"));
        int most = leadsOf(form);
        LeadSelection chosen =
                new RecordSettings("", lead.signal(), true, found.surroundings(), found.reference()).leads();
        LeadSelection leads = lead.isAsked() ? chosen : LearnedLeads.of(chosen, most, lead.learned());
        Recording read = (classed ? ClassedSource.of(source) : source).open(name, (record, all) -> {
            List<Lead> kept = leads.of(record, all);
            return kept.subList(0, Math.min(kept.size(), most));
        });
        boolean isMarked = hasMarks(read);
        if (!isMarked && (wantsMarks || classed)) {
            throw new UserError(
                    file + " has no marks of beats",
                    "leave out " + (classed ? "--labelled" : "--annotator")
                            + ", and its beats are found; or put a table with a"
                            + " column sample or time beside it, such as " + name + "_annotations.csv");
        }
        Recording recording = isMarked ? read : withFoundBeats(read, progress, cancellation);
        ContextCutter cutter = isMarked && hasWaves(recording)
                ? new ContextCutter(BeatCutter.of(BeatEnd.NEXT_BEAT, true), found.surroundings(), found.reference())
                : found;
        Cut cut = new Cut(cutter.open(recording), recording, !isMarked);
        if (cut.isEmpty()) {
            throw new UserError(
                    file + " gives no beat"
                            + (isMarked ? "" : ": " + recording.annotations().size() + " found"),
                    "a beat ends by the next one, so there must be two at least");
        }
        if (!cut.cuts.form().equals(form)) {
            throw new UserError(
                    file + " has " + recording.signals().size() + " leads of an ECG, but the model looks at " + most,
                    "take a recording with as many, or a model that looks at fewer");
        }
        return cut;
    }

    private static boolean hasMarks(Recording recording) {
        return recording.annotations().stream()
                .anyMatch(mark -> BeatClass.of(mark.symbol()).isPresent());
    }

    /** Whether parts of beats are marked, by which no beat ends whatever the model learned from. */
    private static boolean hasWaves(Recording recording) {
        return recording.annotations().stream().anyMatch(mark -> WAVES.contains(mark.symbol()));
    }

    private Recording withFoundBeats(Recording recording, Progress progress, Cancellation cancellation) {
        if (recording.rate() < QrsDetector.LOWEST_RATE || recording.rate() > QrsDetector.HIGHEST_RATE) {
            throw new UserError(
                    String.format(
                            Locale.ROOT,
                            "%s has no marks of beats and %s samples a second; beats are found at %.0f to %.0f",
                            file,
                            recording.rate(),
                            QrsDetector.LOWEST_RATE,
                            QrsDetector.HIGHEST_RATE),
                    "put a table with a column sample or time beside it, such as " + name + "_annotations.csv");
        }
        return recording.with(recording.signals(), QrsDetector.marks(recording, progress, cancellation));
    }

    /** By what the beats of a data set end; see {@link BeatEnd}. */
    public static BeatEnd endOf(String dataset) {
        return dataset.equals(new MitdbProvider().info().id()) ? BeatEnd.NEXT_ANNOTATION : BeatEnd.NEXT_BEAT;
    }

    private static int leadsOf(Form form) {
        return Math.max(1, (int) form.channels().stream()
                .filter(channel -> channel.name().matches("lead-\\d+"))
                .count());
    }

    /** The files that are read. */
    public List<Path> files() throws IOException {
        return source.files(name);
    }

    /** The beats of a recording, to be cut some at a time: those of a day need not be in memory together. Of one thread. */
    public static final class Cut {

        private final ContextCuts cuts;
        private final Recording recording;
        private final boolean found;

        private Cut(ContextCuts cuts, Recording recording, boolean found) {
            this.cuts = cuts;
            this.recording = recording;
            this.found = found;
        }

        private boolean isEmpty() {
            for (int beat = 0; beat < size(); beat++) {
                if (!beats(beat, beat + 1).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        /** How many there are, with those that are left out because samples of theirs are missing. */
        public int size() {
            return cuts.size();
        }

        /** Those of them from one, 0-based, to before another, labelled by their marks; fewer where samples are missing. */
        public Beats beats(int from, int to) {
            return cuts.cut(from, to);
        }

        /** All of them. */
        public Beats beats() {
            return beats(0, size());
        }

        /** The recording, with the leads that were looked at and the marks that the beats begin at. */
        public Recording recording() {
            return recording;
        }

        /** Whether these marks were found, since nobody had set any. */
        public boolean found() {
            return found;
        }
    }
}

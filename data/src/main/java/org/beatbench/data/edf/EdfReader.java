package org.beatbench.data.edf;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.api.UserError;
import org.beatbench.data.annotations.AnnotationFile;
import org.beatbench.data.annotations.Marks;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Leads;
import org.beatbench.data.recording.RecordSubject;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RoundedDuration;
import org.beatbench.data.recording.Signal;

/** Makes a recording of one file: its electrocardiograms, and the marks in it or beside it. */
final class EdfReader {

    /** Samples are kept as whole numbers of four bytes, and copied once where there are gaps. */
    private static final int SAMPLE_BYTES = 8;

    /** The beginning of each data record is kept where it is told, and where its samples are. */
    private static final int RECORD_BYTES = 20;

    private static final int TEXT_BYTES = 128;
    private static final int SHARE_OF_TEXTS = 8;

    /** So much of it is lost where a rate is computed. */
    private static final double ROUNDING = 1e-9;

    private final EdfHeader header;
    private final Optional<AnnotationFile> beside;
    /** Whether the marks are asked for in a file of a certain name, and nowhere else. */
    private final boolean besideOnly;

    private final List<EdfSignal> signals = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private double[] begins = {};
    private long textBytes;
    private final List<TimedTexts.TimedText> texts = new ArrayList<>();

    private EdfReader(EdfHeader header, Optional<AnnotationFile> beside, boolean besideOnly) {
        this.header = header;
        this.beside = beside;
        this.besideOnly = besideOnly;
    }

    /**
     * Reads a file.
     *
     * @param name of the recording
     * @param annotator ending of the file that the marks are in; see {@link AnnotationFile#find}
     * @throws UserError naming what is wrong with it
     */
    static Recording read(Path file, String name, String annotator, LeadSelection wanted) throws IOException {
        EdfHeader header = EdfHeaderReader.read(file);
        if (header.ordinary().isEmpty()) {
            throw new UserError(file + " holds annotations only, and no signals", "leave the record out");
        }
        return new EdfReader(header, AnnotationFile.find(file, annotator), !annotator.isEmpty()).read(name, wanted);
    }

    private Recording read(String name, LeadSelection wanted) throws IOException {
        Leads leads = choose(name, wanted);
        double rate = rate(signals.get(0));
        checkMemory();
        if (!header.annotations().isEmpty()) {
            begins = new double[header.records()];
            Arrays.fill(begins, Double.NaN);
        }
        int[][] samples;
        try (EdfSamples file = EdfSamples.of(header)) {
            samples = file.read(signals, header.annotations(), this::hear);
        }
        TimeAxis axis = TimeAxis.of(header, rate, signals.get(0).samples(), begins);
        List<Signal> kept = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            EdfSignal signal = signals.get(i);
            if (!signal.isCalibrated()) {
                warnings.add("Signal " + signal.label() + " is not calibrated; its values are taken as they are.");
            }
            kept.add(signal.with(axis.spread(samples[i]), leads.kept().get(i).name()));
        }
        String subject =
                header.subject().isEmpty() ? RecordSubject.of(name, rate, axis.size(), List.of()) : header.subject();
        Marks marks = marks(axis, rate);
        List<Annotation> annotations = marks.inOrder();
        warnings.addAll(marks.warnings());
        return new Recording(name, subject, rate, leads, kept, annotations, List.of(), warnings);
    }

    /** Fills {@link #signals}: the electrocardiograms that are wanted, as far as they have the rate of the first. */
    private Leads choose(String name, LeadSelection wanted) {
        List<EdfSignal> ordinary = header.ordinary();
        List<Lead> all = IntStream.range(0, ordinary.size())
                .mapToObj(number -> new Lead(
                        number,
                        EdfLabel.lead(ordinary.get(number).label()),
                        ordinary.get(number).isCalibrated()
                                ? ordinary.get(number).units()
                                : ""))
                .toList();
        List<Integer> places = Lead.ecgs(all);
        List<Lead> offered = IntStream.range(0, places.size())
                .mapToObj(number -> all.get(places.get(number)).numbered(number))
                .toList();
        List<Lead> kept = new ArrayList<>();
        for (Lead lead : wanted.of(name, offered)) {
            EdfSignal signal = ordinary.get(places.get(lead.number()));
            if (signals.isEmpty() || signals.get(0).samples() == signal.samples()) {
                signals.add(signal);
                kept.add(lead);
            }
        }
        return new Leads(offered, kept);
    }

    private double rate(EdfSignal signal) {
        double rate = RoundedDuration.of(new BigDecimal(header.duration()))
                .rate(
                        signal.samples(),
                        header.file() + ": signal " + signal.label(),
                        "write the file anew with data records that last a whole number of seconds");
        if (Math.abs(signal.samples() / Double.parseDouble(header.duration()) - rate) > ROUNDING * rate) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The duration of its data records, %s s, is taken for a rounded one, which makes %.0f samples a second.",
                    header.duration(),
                    rate));
        }
        return rate;
    }

    private void checkMemory() {
        long samples = (long) signals.get(0).samples() * header.records();
        long bytes = samples * SAMPLE_BYTES * signals.size()
                + (header.annotations().isEmpty() ? 0 : (long) RECORD_BYTES * header.records());
        if (samples > Integer.MAX_VALUE - 8 || bytes > Runtime.getRuntime().maxMemory()) {
            throw tooLarge(samples + " samples of " + signals.get(0).label());
        }
    }

    private UserError tooLarge(String what) {
        return new UserError(
                header.file() + " holds " + what + ", too much for the memory that Java may use",
                "look whether it is the file that it should be; if so, give Java more memory, such as "
                        + "BEATBENCH_JAVA_OPTIONS=-Xmx8g, or divide it");
    }

    private void hear(int record, EdfSignal signal, byte[] bytes) {
        try {
            TimedTexts read = TimedTexts.of(bytes);
            for (TimedTexts.TimedText text : read.texts()) {
                texts.add(text);
                textBytes += TEXT_BYTES + 2L * text.text().length();
            }
            if (signal.equals(header.annotations().get(0)) && read.begin().isPresent()) {
                begins[record] = read.begin().getAsDouble();
            }
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    header.file() + ": data record " + record + ": " + e.getMessage(),
                    "get the file anew; its annotations are damaged");
        }
        checkTexts();
    }

    private void checkTexts() {
        if (textBytes > Runtime.getRuntime().maxMemory() / SHARE_OF_TEXTS) {
            throw tooLarge(texts.size() + " annotations and more");
        }
    }

    private Marks marks(TimeAxis axis, double rate) throws IOException {
        Marks marks = new Marks(header.file(), axis.size(), rate, axis.hasGaps(), axis::sample);
        if (!besideOnly) {
            texts.forEach(text -> marks.addAt(text.seconds(), text.text()));
        }
        if (beside.isPresent()) {
            String other = beside.get().path().getFileName().toString();
            if (marks.haveBeats()) {
                throw new UserError(
                        header.file() + " has marks of beats, and so has " + other + " beside it",
                        "choose those beside it by their ending with the setting annotator, or put them elsewhere");
            }
            beside.get().addTo(marks);
        }
        return marks;
    }
}

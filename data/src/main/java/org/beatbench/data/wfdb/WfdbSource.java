package org.beatbench.data.wfdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Leads;
import org.beatbench.data.recording.RecordSubject;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.recording.Signal;

/**
 * A folder of records in WFDB format, of one segment or many. Lengths, first samples and checksums are verified where the header
 * gives them. A signal with several samples in a frame is read with all of them; others beside it stand as often as it takes.
 */
public final class WfdbSource implements RecordingSource {

    /** The annotator whose marks are the reference, in the MIT-BIH Arrhythmia Database and mostly elsewhere. */
    public static final String REFERENCE = "atr";

    private final Path folder;
    private final RecordList list;
    private final String annotator;

    private WfdbSource(Path folder, String annotator) {
        this.folder = folder;
        this.list = new RecordList(folder);
        this.annotator = annotator;
    }

    /** The records of a folder with their reference annotations; it need not exist until they are asked for. */
    public static WfdbSource of(Path folder) {
        return new WfdbSource(folder, REFERENCE);
    }

    /** As {@link #of(Path)}, with the marks of another annotator: the ending of their files, such as {@code qrs}, or {@link #NO_MARKS}. */
    public static WfdbSource of(Path folder, String annotator) {
        return new WfdbSource(folder, annotator);
    }

    /**
     * The marks of a file that need not lie beside the recording.
     *
     * @param file with an ending, such as {@code out/100.pred}
     * @param recording whose they are
     * @throws UserError if it is missing or damaged
     */
    public static List<Annotation> marks(Path file, Recording recording) throws IOException {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return AnnotationReader.read(
                folder,
                name.substring(0, Math.max(0, dot)),
                name.substring(dot + 1),
                recording.size(),
                recording.rate(),
                recording.rate());
    }

    @Override
    public List<String> names() throws IOException {
        return list.names();
    }

    @Override
    public List<String> warnings() throws IOException {
        return list.namedTwice().stream()
                .map(name -> "Record " + name + " is named more than once in " + RecordList.NAME + " and read once.")
                .toList();
    }

    @Override
    public Recording open(String name, LeadSelection wanted) throws IOException {
        Place place = Place.of(folder, name);
        Header header = HeaderReader.read(place.folder(), place.name());
        Warnings warnings = new Warnings();
        if (header.segments().isEmpty()) {
            return recording(
                    name,
                    place,
                    header,
                    header,
                    wanted,
                    warnings,
                    (numbers, perFrame) -> SignalReader.read(place.folder(), header, numbers, perFrame, warnings));
        }
        Segments segments = Segments.of(place.folder(), header);
        return recording(
                name,
                place,
                header,
                segments.layout(),
                wanted,
                warnings,
                (numbers, perFrame) -> segments.read(numbers, perFrame, warnings));
    }

    /** Reads signals: those of some numbers, with so many samples of each in a frame. */
    @FunctionalInterface
    private interface Samples {

        List<Signal> read(List<Integer> numbers, int perFrame) throws IOException;
    }

    private Recording recording(
            String name,
            Place place,
            Header header,
            Header layout,
            LeadSelection wanted,
            Warnings warnings,
            Samples samples)
            throws IOException {
        List<Lead> all = layout.leads();
        Leads leads = new Leads(all, wanted.of(name, all));
        List<Integer> numbers = leads.kept().stream().map(Lead::number).toList();
        int perFrame = numbers.stream()
                .map(number -> layout.signals().get(number).perFrame())
                .reduce(1, WfdbSource::leastCommonMultiple);
        List<Signal> signals = samples.read(numbers, perFrame);
        int size = signals.get(0).size();
        double rate = header.rate() * perFrame;
        List<Annotation> annotations = annotator.equals(NO_MARKS)
                ? List.of()
                : AnnotationReader.read(place.folder(), place.name(), annotator, size, header.rate(), rate);
        String subject = RecordSubject.of(name, rate, size, header.comments());
        return new Recording(name, subject, rate, leads, signals, annotations, header.comments(), warnings.sentences());
    }

    private static int leastCommonMultiple(int one, int other) {
        int a = one;
        int b = other;
        while (b > 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return Math.multiplyExact(one / a, other);
    }

    /** Of a record whose header is damaged, only the header. */
    @Override
    public List<Path> files(String name) throws IOException {
        Place place = Place.of(folder, name);
        List<String> files = new ArrayList<>();
        files.add(place.name() + RecordList.HEADER);
        files.add(place.name() + "." + annotator);
        try {
            Header header = HeaderReader.read(place.folder(), place.name());
            Stream<String> signals = header.segments().isEmpty()
                    ? header.signals().stream().map(SignalLine::file).distinct()
                    : Segments.of(place.folder(), header).files();
            signals.forEach(files::add);
        } catch (UserError damaged) {
            return existing(place, files.subList(0, 1));
        }
        return existing(place, files);
    }

    @Override
    public String recipe() {
        return "annotator " + annotator;
    }

    private static List<Path> existing(Place place, List<String> files) {
        return files.stream()
                .map(place.folder()::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Lists of large databases name records in subfolders, "p00/p000020"; the files there bear the last part only. */
    private record Place(Path folder, String name) {

        static Place of(Path folder, String record) {
            try {
                Path path = folder.resolve(record);
                Path root = folder.toAbsolutePath().normalize();
                Path place = path.toAbsolutePath().normalize();
                if (place.startsWith(root) && !place.equals(root)) {
                    return new Place(
                            Objects.requireNonNullElse(path.getParent(), folder),
                            path.getFileName().toString());
                }
            } catch (InvalidPathException e) {
                // Not a name either.
            }
            throw new UserError(
                    folder.resolve(RecordList.NAME) + " lists what cannot be the name of a record: '"
                            + record.replaceAll("\\p{Cntrl}", "?") + "'",
                    "write the name of one record a line, without endings");
        }
    }
}

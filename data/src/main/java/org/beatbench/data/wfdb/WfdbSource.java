package org.beatbench.data.wfdb;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
import org.beatbench.files.Contents;

/**
 * A folder of records in WFDB format. Signals must be stored in format 212, 16, 80, 24 or 32, all at the same rate. Lengths, first
 * samples and checksums are verified where the header gives them. The subject is the record's name, but 201 for record 202 of the
 * MIT-BIH Arrhythmia Database.
 */
public final class WfdbSource implements RecordingSource {

    /** The annotator whose marks are the reference, in the MIT-BIH Arrhythmia Database and mostly elsewhere. */
    public static final String REFERENCE = "atr";

    private static final String LIST = "RECORDS";
    private static final String HEADER = ".hea";

    private final Path folder;

    private WfdbSource(Path folder) {
        this.folder = folder;
    }

    /** The records of a folder, which need not exist until they are asked for. */
    public static WfdbSource of(Path folder) {
        return new WfdbSource(folder);
    }

    /** As the folder's file {@code RECORDS} lists them, or else all that have a header, by name. */
    @Override
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + " is not a folder", "name a folder that holds WFDB records");
        }
        List<String> names = Files.isRegularFile(folder.resolve(LIST)) ? listed(folder) : found(folder);
        if (names.isEmpty()) {
            throw new UserError(folder + " holds no WFDB records", "name a folder with a file RECORDS or *.hea");
        }
        return names;
    }

    @Override
    public Recording open(String name, LeadSelection wanted) throws IOException {
        Place place = Place.of(folder, name);
        Header header = HeaderReader.read(place.folder(), place.name());
        List<Lead> all = header.leads();
        Leads leads = new Leads(all, wanted.of(name, all));
        List<Signal> signals = SignalReader.read(place.folder(), header, leads.kept());
        int size = signals.get(0).size();
        List<Annotation> annotations =
                AnnotationReader.read(place.folder(), place.name(), REFERENCE, size, header.rate());
        return new Recording(
                name,
                RecordSubject.of(name, header.rate(), size),
                header.rate(),
                leads,
                signals,
                annotations,
                header.comments());
    }

    /** Of a record whose header is damaged, only the header. */
    @Override
    public List<Path> files(String name) throws IOException {
        Place place = Place.of(folder, name);
        List<String> files = new ArrayList<>();
        files.add(place.name() + HEADER);
        files.add(place.name() + "." + REFERENCE);
        try {
            HeaderReader.read(place.folder(), place.name()).signals().stream()
                    .map(SignalLine::file)
                    .distinct()
                    .forEach(files::add);
        } catch (UserError damaged) {
            return existing(place, files.subList(0, 1));
        }
        return existing(place, files);
    }

    @Override
    public String recipe() {
        return "annotator " + REFERENCE;
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
                    folder.resolve(LIST) + " lists what cannot be the name of a record: '"
                            + record.replaceAll("\\p{Cntrl}", "?") + "'",
                    "write the name of one record a line, without endings");
        }
    }

    private static List<String> listed(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        try {
            return Contents.text(list, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (CharacterCodingException e) {
            throw new UserError(list + " is not text in UTF-8", "write the name of one record a line, without endings");
        }
    }

    private static List<String> found(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(HEADER))
                    .map(name -> name.substring(0, name.length() - HEADER.length()))
                    .sorted()
                    .toList();
        }
    }
}

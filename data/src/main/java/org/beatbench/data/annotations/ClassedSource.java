package org.beatbench.data.annotations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;

/** Recordings to learn from: somebody must have marked their beats, and said of what kind they are. */
public final class ClassedSource implements RecordingSource {

    private final RecordingSource source;

    private ClassedSource(RecordingSource source) {
        this.source = source;
    }

    /** The recordings of a source. */
    public static RecordingSource of(RecordingSource source) {
        return new ClassedSource(source);
    }

    @Override
    public List<String> names() throws IOException {
        return source.names();
    }

    @Override
    public List<String> warnings() throws IOException {
        return source.warnings();
    }

    /** {@inheritDoc} */
    @Override
    public Recording open(String name, LeadSelection wanted) throws IOException {
        Recording recording = source.open(name, wanted);
        List<Annotation> beats = recording.annotations().stream()
                .filter(mark -> BeatWord.of(mark.symbol()).isPresent())
                .toList();
        if (beats.isEmpty()) {
            throw new UserError(
                    "record " + name + " has no marks of beats"
                            + (recording.annotations().isEmpty()
                                    ? ""
                                    : ", only others: '"
                                            + shown(recording.annotations().get(0)) + "'"),
                    "put a table with columns sample,symbol or time,symbol beside it, such as "
                            + Path.of(name).getFileName() + "_annotations.csv; or leave the record out");
        }
        String unclassed = BeatWord.UNCLASSED.symbol();
        if (beats.stream().allMatch(mark -> mark.symbol().equals(unclassed))) {
            throw new UserError(
                    "record " + name + " has " + beats.size()
                            + " marks of beats, but none says what kind of beat it is",
                    "give each a symbol, such as N or V; predict needs none");
        }
        return recording;
    }

    private static String shown(Annotation mark) {
        return mark.text().isEmpty() ? mark.symbol() : mark.text();
    }

    @Override
    public List<Path> files(String name) throws IOException {
        return source.files(name);
    }

    @Override
    public String recipe() {
        return source.recipe();
    }
}

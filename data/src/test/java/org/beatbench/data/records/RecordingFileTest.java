package org.beatbench.data.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.context.ContextCutter;
import org.beatbench.data.context.Reference;
import org.beatbench.data.context.Surroundings;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.wfdb.AnnotationWriter;
import org.beatbench.data.wfdb.WfdbSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        MadeRecords.write(folder);
    }

    private Recording recording() throws IOException {
        return WfdbSource.of(folder).open("a", LeadSelection.ALL);
    }

    private RecordingFile.Cut cut(String annotator, Beats wanted, BeatEnd end) throws IOException {
        return RecordingFile.of(folder.resolve("a"), annotator, 0)
                .orElseThrow()
                .cut(wanted.form(), new LeadWish("0", false, List.of()), false, end, Progress.NONE, Cancellation.NEVER);
    }

    private static ContextCutter cutter(BeatEnd end, Surroundings surroundings) {
        return new ContextCutter(BeatCutter.of(end, true), surroundings, Reference.LATE);
    }

    /** A mark that is no beat ends a beat of mitdb, and so it must where a model of mitdb is asked. */
    @ParameterizedTest
    @EnumSource
    void cutsAsItWasLearned(BeatEnd end) throws IOException {
        for (Surroundings surroundings : List.of(Surroundings.KAGGLE, Surroundings.ONE_LEAD)) {
            Beats learned = cutter(end, surroundings).cut(recording());

            assertThat(cut("", learned, end).beats()).isEqualTo(learned);
            assertThat(cut("", learned, end).found()).isFalse();
        }
        assertThat(cutter(BeatEnd.NEXT_BEAT, Surroundings.KAGGLE).cut(recording()))
                .isNotEqualTo(
                        cutter(BeatEnd.NEXT_ANNOTATION, Surroundings.KAGGLE).cut(recording()));
    }

    @Test
    void endsNoBeatByAWave() throws IOException {
        Recording marked = recording();
        List<Annotation> withWaves = marked.annotations().stream()
                .flatMap(mark -> Stream.of(mark, Annotation.of(mark.sample() + 20, ")")))
                .toList();
        AnnotationWriter.write(folder.resolve("a.pu"), marked.rate(), "test", withWaves);
        Beats learned = cutter(BeatEnd.NEXT_BEAT, Surroundings.KAGGLE).cut(marked);

        assertThat(cut("pu", learned, BeatEnd.NEXT_ANNOTATION).beats()).isEqualTo(learned);
    }

    @Test
    void findsBeatsWhereNoneAreMarked() throws IOException {
        Beats marked = cutter(BeatEnd.NEXT_BEAT, Surroundings.ONE_LEAD).cut(recording());

        RecordingFile.Cut unasked = cut(RecordingSource.NO_MARKS, marked, BeatEnd.NEXT_ANNOTATION);
        Files.delete(folder.resolve("a.atr"));
        RecordingFile.Cut found = cut("", marked, BeatEnd.NEXT_ANNOTATION);

        assertThat(found.found()).isTrue();
        assertThat(found.beats()).isEqualTo(unasked.beats());
        assertThat(found.beats().beats()).hasSize(marked.size()).zipSatisfy(marked.beats(), (one, other) -> assertThat(
                        Math.abs(one.position() - other.position()))
                .isLessThanOrEqualTo(18));
        assertThatThrownBy(() -> cut("qrs", marked, BeatEnd.NEXT_BEAT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a.qrs");
    }
}

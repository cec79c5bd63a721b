package org.beatbench.data.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationReaderTest {

    private static final int N = 1;
    private static final int NOTE = 22;
    private static final int RHYTHM = 28;
    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int SUB = 61;
    private static final int CHN = 62;
    private static final int AUX = 63;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void readsTextSkipsSubtypesChannelsAndNumbers() throws IOException {
        word(RHYTHM, 18).word(AUX, 5).text("(AFIB\0");
        word(SKIP, 0).raw(1).raw(2).word(N, 7).word(SUB, 1023).word(CHN, 1).word(NUM, 3);
        word(N, 10);
        word(N, 10).word(CHN, 0).word(NUM, 0);
        assertThat(read(200_000))
                .containsExactly(
                        new Annotation(18, "+", 0, 0, 0, "(AFIB"),
                        new Annotation(18 + 65_536 + 2 + 7, "N", -1, 1, 3, ""),
                        new Annotation(65_573, "N", 0, 1, 3, ""),
                        new Annotation(65_583, "N", 0, 0, 0, ""));
    }

    @Test
    void goesBackWhereASkipIsNegative() throws IOException {
        word(SKIP, 0).raw(0xffff).raw(0xfffe).word(N, 10);
        assertThat(read(100)).containsExactly(Annotation.of(8, "N"));
    }

    @Test
    void readsNothingFromAnEmptyList() throws IOException {
        assertThat(read(100)).isEmpty();
    }

    @Test
    void ignoresANoteThatTellsTheSameResolution() throws IOException {
        word(NOTE, 0).word(AUX, 24).text("## time resolution: 360 ").word(N, 5);
        assertThat(read(100)).containsExactly(Annotation.of(5, "N"));
    }

    @Test
    void scalesMarksOfAnotherResolution() throws IOException {
        note("## time resolution: 250").word(N, 48).word(N, 21).word(N, 0);
        assertThat(read(100)).extracting(Annotation::sample).containsExactly(69L, 99L, 99L);
        bytes.reset();
        note("## time resolution: 720.5").word(N, 100);
        assertThat(read(100)).extracting(Annotation::sample).containsExactly(50L);
    }

    @Test
    void refusesAResolutionThatIsNone() {
        note("## time resolution: often").word(N, 5);
        assertThatThrownBy(() -> read(100))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("they count 'often' ticks a second");
    }

    @Test
    void passesOverTheEmptyMarksOfTodaysWriters() throws IOException {
        note("## time resolution: 360")
                .word(SKIP, 0)
                .raw(0xffff)
                .raw(0xffff)
                .raw(1)
                .word(N, 5);
        assertThat(read(100)).containsExactly(Annotation.of(5, "N"));
    }

    @Test
    void learnsWhatCodesAreDefinedAs() throws IOException {
        note("## annotation type definitions");
        note("42 V premature beat");
        note("43 paced beat of a pacemaker");
        note("## end of definitions");
        word(SKIP, 0).raw(0xffff).raw(0xffff).raw(1);
        word(42, 5)
                .word(43, 5)
                .word(44, 5)
                .word(N, 5)
                .word(NOTE, 3)
                .word(AUX, 6)
                .text("noises");
        assertThat(read(100)).extracting(Annotation::symbol).containsExactly("V", "paced", "[44]", "N", "\"");
    }

    @Test
    void keepsNotesOfAnnotators() throws IOException {
        word(NOTE, 0).word(AUX, 6).text("noises").word(N, 5);
        assertThat(read(100)).extracting(Annotation::text).containsExactly("noises", "");
    }

    @Test
    void sortsMarksThatAreOutOfOrderAndKeepsTheOthersInTheirs() throws IOException {
        word(N, 50)
                .word(SKIP, 0)
                .raw(0xffff)
                .raw(0xfff0)
                .word(5, 1)
                .word(RHYTHM, 15)
                .word(N, 10);
        assertThat(read(100))
                .containsExactly(
                        Annotation.of(35, "V"), Annotation.of(50, "N"), Annotation.of(50, "+"), Annotation.of(60, "N"));
    }

    @Test
    void tellsWhatOtherAnnotatorsThereAre() throws IOException {
        for (String ending : new String[] {"qrs", "pu1", "hea", "dat"}) {
            Files.write(folder.resolve("r." + ending), new byte[2]);
        }
        assertThatThrownBy(() -> AnnotationReader.read(folder, "r", "atr", 100, 360, 360))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.hint())
                        .contains("setting annotator; there may be some in: pu1, qrs"));
    }

    @Test
    void refusesAFileWithoutEndMark() throws IOException {
        word(N, 5);
        Files.write(folder.resolve("r.atr"), bytes.toByteArray());
        assertThatThrownBy(() -> AnnotationReader.read(folder, "r", "atr", 100, 360, 360))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void refusesTextThatIsCutOff() {
        word(N, 5).word(AUX, 100);
        assertThatThrownBy(() -> read(100)).isInstanceOf(UserError.class).hasMessageContaining("cut off");
    }

    @Test
    void refusesAFileInAnotherFormat() throws IOException {
        Files.writeString(folder.resolve("r.atr"), "sample,symbol\n77,N\n");
        assertThatThrownBy(() -> AnnotationReader.read(folder, "r", "atr", 100, 360, 360))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("r.atr: ");
    }

    @Test
    void refusesAnnotationsBeforeTheBeginning() {
        word(SKIP, 0).raw(0xffff).raw(0xff00).word(N, 10);
        assertThatThrownBy(() -> read(100)).isInstanceOf(UserError.class).hasMessageContaining("before the beginning");
    }

    private AnnotationReaderTest note(String text) {
        word(NOTE, 0).word(AUX, text.length()).text(text);
        if (text.length() % 2 > 0) {
            bytes.write(0);
        }
        return this;
    }

    private List<Annotation> read(int size) throws IOException {
        raw(0);
        Files.write(folder.resolve("r.atr"), bytes.toByteArray());
        return AnnotationReader.read(folder, "r", "atr", size, 360, 360);
    }

    private AnnotationReaderTest word(int code, int value) {
        return raw(code << 10 | value);
    }

    private AnnotationReaderTest raw(int word) {
        bytes.write(word);
        bytes.write(word >> 8);
        return this;
    }

    private AnnotationReaderTest text(String text) {
        text.chars().forEach(bytes::write);
        return this;
    }
}

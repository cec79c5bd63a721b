package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.wfdb.AnnotationWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations are compared with the reference and reported as the standard wants it, for people and for programs. */
class Ec57Test {

    private static final int RATE = 100;
    private static final int SAMPLES = 500 * RATE;
    private static final int START = 300 * RATE;

    @TempDir
    private Path folder;

    private Path records;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        records = Files.createDirectory(folder.resolve("records"));
        out = Files.createDirectory(folder.resolve("out"));
        write("a", List.of("N", "V", "N", "A"), List.of("N", "V", "V", "S"));
        write("b", List.of("N", "V", "F", "N"), List.of("N", "N", "V", "-"));
    }

    private void write(String name, List<String> reference, List<String> test) throws IOException {
        Files.writeString(
                records.resolve(name + ".hea"),
                name + " 1 " + RATE + " " + SAMPLES + "\n" + name + ".dat 16 200 12 0 0 0 0 II\n");
        Files.write(records.resolve(name + ".dat"), new byte[2 * SAMPLES]);
        AnnotationWriter.write(records.resolve(name + ".atr"), RATE, "test", marks(reference));
        AnnotationWriter.write(out.resolve(name + ".pred"), RATE, "test", marks(test));
    }

    private static List<Annotation> marks(List<String> symbols) {
        return IntStream.range(0, symbols.size())
                .filter(i -> !symbols.get(i).equals("-"))
                .mapToObj(i -> Annotation.of(START + 100L * (i + 1), symbols.get(i)))
                .toList();
    }

    private Cli ec57(String... more) {
        List<String> arguments = new ArrayList<>(List.of("ec57", records.toString(), out.toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void reportsEachRecordAndAll() {
        Cli done = ec57();

        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out())
                .containsPattern("a +4 +0 +0 +100.00 +100.00 +100.00 +50.00 +33.33 +100.00 +100.00 +0.00")
                .containsPattern("b +4 +1 +0 +75.00 +100.00 +0.00 +- +0.00 +- +- +0.00")
                .containsPattern("gross +8 +1 +0 +87.50 +100.00 +50.00 +50.00 +25.00")
                .containsPattern("average +87.50 +100.00 +50.00 +50.00 +16.67")
                .containsPattern("N +2 +0 +1 +0 +0 +1");
    }

    @Test
    void isReadByOtherPrograms() {
        assertThat(ec57("--format", "bxb").out()).isEqualTo("""
                        Record Nn' Vn' Fn' On'  Nv   Vv  Fv' Ov' No' Vo' Fo'  Q Se   Q +P   V Se   V +P  V FPR
                           a     2   0   0   0   1    1   0   0   0   0   0 100.00 100.00 100.00  50.00 33.333
                           b     1   1   0   0   0    0   1   0   1   0   0  75.00 100.00   0.00      -  0.000
                        """);
        assertThat(ec57("--format", "bxb", "--escapes", "S").out()).isEqualTo("""
                        Record Nn' Sn' Vn' Fn' On'  Ns  Ss  Vs  Fs' Os' Nv  Sv   Vv  Fv' Ov' No' So' Vo' Fo'  Q Se   Q +P   V Se   V +P   S Se   S +P RR err
                           a     1   0   0   0   0   0   1   0   0   0   1   0    1   0   0   0   0   0   0 100.00 100.00 100.00  50.00 100.00 100.00     -
                           b     1   0   1   0   0   0   0   0   0   0   0   0    0   1   0   1   0   0   0  75.00 100.00   0.00      -      -      -     -
                        """);
        assertThat(ec57("--format", "csv").out())
                .startsWith("record,reference,test,beats\na,N,N,1\n")
                .contains("b,N,none,1\n");
        assertThat(ec57("--format", "json").out()).contains("\"gross\"", "\"V FPR\" : 0.25", "\"none\"");
    }

    @Test
    void reportsCoupletsAndRuns() throws IOException {
        write("a", List.of("N", "V", "V", "N", "V", "V", "V", "N"), List.of("N", "V", "V", "N", "V", "V", "N", "N"));
        write("b", List.of("N", "N", "N", "N"), List.of("N", "V", "V", "N"));

        assertThat(ec57().out())
                .contains("V beats that follow each other", "S beats that follow each other")
                .containsPattern("a +1 +100.00 +100.00 +1 +0.00 +- +0 +- +-")
                .containsPattern("b +0 +- +0.00 +0 +- +- +0 +- +-")
                .containsPattern("gross +1 +100.00 +66.67 +1 +0.00 +- +0 +- +-")
                .containsPattern("average +100.00 +50.00 +0.00");
        assertThat(ec57("--runs").out())
                .startsWith("EC57: V beats that follow each other")
                .doesNotContain("ventricular fibrillation left out");
        assertThat(ec57("--runs", "--format", "csv").out())
                .startsWith("record,kind,length,runs,found,called,right,Se,+P\na,V,couplet,1,1,2,2,1.0,1.0\n"
                        + "a,V,short,1,0,0,0,0.0,\n")
                .contains("gross,V,couplet,1,1,3,2,1.0,0.6666666666666666\n", "average,V,couplet,,,,,1.0,0.5\n");
        assertThat(ec57("--runs", "--format", "bxb").out()).isEqualTo("""
                        Record CTs CFN CTp CFP STs SFN STp SFP LTs LFN LTp LFP  CSe C+P SSe S+P LSe L+P
                           a   1   0   2   0   0   1   0   0   0   0   0   0  100 100   0   -   -   -
                           b   0   0   0   1   0   0   0   0   0   0   0   0    -   0   -   -   -   -
                        (SVE run detection)
                        Record CTs CFN CTp CFP STs SFN STp SFP LTs LFN LTp LFP  CSe C+P SSe S+P LSe L+P
                           a   0   0   0   0   0   0   0   0   0   0   0   0    -   -   -   -   -   -
                           b   0   0   0   0   0   0   0   0   0   0   0   0    -   -   -   -   -   -
                        """);
        assertThat(ec57("--format", "json").out())
                .contains("\"V couplet\" : {", "\"called\" : 3", "\"+P\" : 0.6666666666666666", "\"+P\" : 0.5");
    }

    /** Halves go to the even digit in lines of beats, and up in lines of runs. */
    @Test
    void roundsAsTheProgramsInCDo() throws IOException {
        List<String> beats = Collections.nCopies(32, "N");
        List<String> found = new ArrayList<>(beats);
        found.subList(29, 32).replaceAll(beat -> "-");
        write("a", beats, found);
        List<String> couplets = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            couplets.addAll(List.of("N", "V", "V"));
            answers.addAll(List.of("N", "V", i < 23 ? "V" : "N"));
        }
        write("b", couplets, answers);

        assertThat(ec57("--format", "bxb").out()).contains(" 90.62 100.00");
        assertThat(ec57("--runs", "--format", "bxb").out()).contains("b  23  17  23   0", "   58 100   -");
    }

    @Test
    void saysWhichAnnotationsItMisses() throws IOException {
        AnnotationWriter.write(records.resolve("a.none"), RATE, "test", List.of(Annotation.of(5, "+")));
        assertThat(Cli.run("ec57", records.resolve("a").toString(), out.toString(), "--reference", "none")
                        .err())
                .contains("has no marks of beats to compare with");
        Files.copy(out.resolve("a.pred"), out.resolve("a.qrs"));
        assertThat(ec57().err()).contains("several annotations of a in " + out + ": a.pred, a.qrs", "--annotator");
        assertThat(ec57("--annotator", "pred").exitCode()).isZero();
        Cli missing = ec57("--annotator", "other");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("a.other does not exist");
        assertThat(Cli.run("ec57", records.toString(), out.resolve("a.pred").toString())
                        .err())
                .contains("is the file of one recording");
        assertThat(Cli.run(
                                "ec57",
                                records.resolve("a").toString(),
                                out.resolve("a.pred").toString())
                        .exitCode())
                .isZero();
        assertThat(Cli.run("ec57", records.toString(), folder.resolve("none").toString())
                        .err())
                .contains("does not exist");
    }
}

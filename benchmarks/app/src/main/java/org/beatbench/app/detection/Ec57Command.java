package org.beatbench.app.detection;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.app.progress.StepProgress;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.detector.BeatByBeat;
import org.beatbench.data.detector.BeatByBeat.Escapes;
import org.beatbench.data.detector.RunByRun;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.data.wfdb.WfdbSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench ec57}: annotations beside the reference, as the standard wants them reported. */
@Command(
        name = "ec57",
        mixinStandardHelpOptions = true,
        description = {
            "Compares annotations of recordings, such as ${ROOT-COMMAND-NAME} predict --marks or detect wrote, beat by beat with the "
                    + "recordings' own, as ANSI/AAMI EC57 wants it: each with that within 150 ms, from 5:00 on, ventricular fibrillation "
                    + "left out, beats that were missed or made up included.",
            "",
            "Reported of beats, ventricular (V) and supraventricular ectopic ones (S): sensitivity (Se), positive predictive value (+P) and "
                    + "false positive rate (FPR), of each record, of all beats (gross), and as the mean over records (average). Fusions "
                    + "and unclassifiable beats called V count neither way, nor do the latter called S.",
            "",
            "Couplets and runs (3-5, 6 or more) of V, fusions and ventricular fibrillation (which counts as 6) among them, and of S: as "
                    + "many such beats as one annotator has one after the other, whatever time is between; another beat or a mark of "
                    + "unreadable signal ends a run. Se is the share of the reference's beside which the other has, from 150 ms before "
                    + "the first to 150 ms after the last beat, one of this length class or a longer; +P that of the other's beside "
                    + "which the reference has. So rxr of WFDB counts, which takes atrial fibrillation for a run of S, as this does not. "
                    + "They are in tables and JSON; --runs gives them alone, also as CSV and, with --format bxb, in the lines of rxr -L.",
            "",
            "Atrial and nodal escape beats stand with the normal ones, as in the table of AAMI; the program bxb of WFDB counts them with "
                    + "S: --escapes S. --format bxb gives the lines of bxb -l or, with --escapes S, of bxb -L (without the error of RR "
                    + "intervals), which sumstats reads."
        })
public final class Ec57Command implements Callable<Integer> {

    /** In what form the comparison is printed. */
    enum Format {
        TABLE,
        CSV,
        JSON,
        BXB
    }

    /** The class with which escape beats stand. */
    enum EscapeClass {
        N,
        S
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "REFERENCE",
            description = "Recordings with annotations: a WFDB record, an EDF, BDF or CSV file, or a folder of these.")
    private Path reference = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "TEST",
            description =
                    "The annotations to compare: a WFDB annotation file of one recording, or a folder with one for each, called "
                            + "like it.")
    private Path test = Path.of("");

    @Option(
            names = "--annotator",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Ending of the files in the folder TEST, such as pred. Needed where there are several.")
    private String annotator = "";

    @Option(
            names = "--reference",
            paramLabel = "ENDING",
            defaultValue = "",
            description = "Ending of the files with the reference. Default: those of a usual name, such as atr.")
    private String referenceEnding = "";

    @Option(
            names = "--escapes",
            paramLabel = "CLASS",
            defaultValue = "N",
            description = "N or S: with which class atrial and nodal escape beats stand. Default: N.")
    private EscapeClass escapes = EscapeClass.N;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table, csv, json, or bxb. Default: table.")
    private Format format = Format.TABLE;

    @Option(names = "--runs", description = "Report couplets and runs alone.")
    private boolean runs;

    @Override
    public Integer call() throws IOException {
        List<RecordingFile> recordings = RecordingFile.all(reference, referenceEnding, 0);
        List<Path> files = new ArrayList<>();
        for (RecordingFile recording : recordings) {
            files.add(file(recording));
        }
        Escapes kind = escapes == EscapeClass.S ? Escapes.SUPRAVENTRICULAR : Escapes.NORMAL;
        List<Ec57Text.Line> lines = new ArrayList<>();
        Screen screen = Screen.of(spec);
        screen.interrupt().willSay(() -> "Stopped.");
        try (Interrupt.Work work = screen.interrupt().work();
                StepProgress steps = StepProgress.to(screen, screen.err(), true)) {
            steps.begin("Comparing");
            for (int i = 0; i < files.size(); i++) {
                work.check();
                Recording recording = recordings.get(i).open((record, leads) -> leads.subList(0, 1));
                requireMarks(recording, recordings.get(i).place());
                List<Annotation> marks = WfdbSource.marks(files.get(i), recording);
                lines.add(new Ec57Text.Line(
                        recording.name(), BeatByBeat.of(recording, marks, kind), RunByRun.of(recording, marks, kind)));
                steps.advanced("recording", i + 1L, files.size());
            }
        }
        print(lines);
        return ExitCode.OK;
    }

    private static void requireMarks(Recording recording, Path place) {
        if (recording.annotations().stream()
                .noneMatch(mark -> BeatClass.of(mark.symbol()).isPresent())) {
            throw new UserError(
                    place + " has no marks of beats to compare with",
                    "name the ending of the file that has them with --reference");
        }
    }

    private void print(List<Ec57Text.Line> lines) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> out.print(runs ? RunText.table(lines).strip() + "\n" : Ec57Text.table(lines));
            case CSV -> out.print(runs ? RunText.csv(lines) : Ec57Text.csv(lines));
            case JSON -> out.println(Json.text(Ec57Text.document(lines)));
            case BXB -> out.print(runs ? RunText.rxr(lines) : beats(lines));
        }
        out.flush();
    }

    private String beats(List<Ec57Text.Line> lines) {
        return escapes == EscapeClass.S ? Ec57Text.bxbOfSupraventricular(lines) : Ec57Text.bxb(lines);
    }

    /** The annotations of a recording that are compared. */
    private Path file(RecordingFile recording) throws IOException {
        if (Files.isRegularFile(test)) {
            if (Files.isDirectory(reference)) {
                throw new UserError(
                        test + " is the file of one recording, and " + reference + " a folder of them",
                        "name the recording, or a folder of such files");
            }
            return test;
        }
        if (!Files.isDirectory(test)) {
            throw new UserError(test + " does not exist", "name an annotation file, or a folder of such files");
        }
        String name = recording.name();
        if (!annotator.isEmpty()) {
            return test.resolve(name + "." + annotator);
        }
        try (Stream<Path> children = Files.list(test)) {
            List<Path> own =
                    children.filter(child -> isMarksOf(name, child)).sorted().toList();
            if (own.size() != 1) {
                throw new UserError(
                        own.isEmpty()
                                ? "there are no annotations of " + name + " in " + test
                                : "there are several annotations of " + name + " in " + test + ": " + names(own),
                        "name the ending of the files with --annotator, such as pred");
            }
            return own.get(0);
        }
    }

    private static boolean isMarksOf(String record, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(record.toLowerCase(Locale.ROOT) + ".")
                && Stream.of(".hea", ".dat", ".edf", ".bdf", ".csv", ".atr", ".json", ".txt")
                        .noneMatch(name::endsWith);
    }

    private static String names(List<Path> files) {
        return String.join(
                ", ",
                files.stream()
                        .map(file -> Objects.requireNonNull(file.getFileName()).toString())
                        .toList());
    }
}

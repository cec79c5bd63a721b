package org.beatbench.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.beatbench.results.FolderStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialCheckTest {

    private static final Trial TRIAL = StoredToys.TRIALS.get(0);
    private static final Trial OTHER = StoredToys.TRIALS.get(1);

    @TempDir
    private Path folder;

    private FolderStore store;
    private TrialCheck check;
    private Path record;

    @BeforeEach
    void run() throws IOException {
        store = StoredToys.in(folder);
        check = new TrialCheck(store, StoredToys.PLAN);
        record = file(TRIAL, "run.json");
    }

    private Path file(Trial trial, String name) {
        return folder.resolve(TrialCheck.place(trial)).resolve(name);
    }

    private void rewrite(Path file, UnaryOperator<String> change) throws IOException {
        String old = Files.readString(file);
        String changed = change.apply(old);
        assertThat(changed).isNotEqualTo(old);
        Files.writeString(file, changed);
    }

    /** Changes answers as somebody would who knows what the file is. */
    static void rewriteAnswers(Path file, UnaryOperator<String> change) throws IOException {
        String old;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            old = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String changed = change.apply(old);
        assertThat(changed).isNotEqualTo(old);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(changed.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
    }

    @Test
    void findsNothingWrongWithTrialsAsTheyWereStored() throws IOException {
        for (Trial trial : StoredToys.TRIALS) {
            assertThat(check.check(trial)).isEqualTo(store.find(trial).orElseThrow());
        }
    }

    @Test
    void findsOneChangedDigitInAnAnswer() throws IOException {
        rewriteAnswers(file(TRIAL, "test.csv.gz"), text -> text.replaceFirst("0\\.43473947", "0.43473948"));

        assertThatThrownBy(() -> check.check(TRIAL))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("trials/" + TRIAL.key())
                .hasMessageContaining("test.csv.gz is damaged: it is not what the trial wrote");
    }

    @Test
    void findsADisturbanceThatWasNotAnswered() throws IOException {
        rewrite(record, text -> text.replaceFirst("\"robustness/inverted-lead.csv.gz\" : \"[0-9a-f]+\",", ""));

        assertThatThrownBy(() -> check.check(TRIAL))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("an inquiry robustness without inverted-lead, but the trial asks for all of it");
    }

    @Test
    void findsAnswersThatAreGone() throws IOException {
        Files.delete(file(TRIAL, "validation.csv.gz"));

        assertThatThrownBy(() -> check.check(TRIAL))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("validation.csv.gz");
    }

    @Test
    void findsASettingThatIsNotTheOneInTheKey() throws IOException {
        rewrite(record, text -> text.replaceFirst("\"sharpness\" : \"1.0\"", "\"sharpness\" : \"2.0\""));

        assertThatThrownBy(() -> check.check(TRIAL))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("run.json")
                .hasMessageContaining("its folder is that of " + TRIAL.key());
    }

    @Test
    void findsOneTrialInThePlaceOfAnother() throws IOException {
        for (String name : FolderTree.names(record.getParent())) {
            Files.write(file(TRIAL, name), Files.readAllBytes(file(OTHER, name)));
        }
        assertThatThrownBy(() -> check.check(TRIAL))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("the trial described there has the key " + OTHER.key());
    }

    @Test
    void findsAnswersThatWereLeftOut() throws IOException {
        Path answers = file(TRIAL, "test.csv.gz");
        String before = Hash.of(answers);
        rewriteAnswers(answers, text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
        String after = Hash.of(answers);
        rewrite(record, text -> text.replace(before, after));

        assertThatThrownBy(() -> check.check(TRIAL))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("60 test beats, but 59 answers are stored");
    }

    @Test
    void findsOtherClasses() throws IOException {
        Path answers = file(TRIAL, "test.csv.gz");
        String before = Hash.of(answers);
        String name = StoredToys.PLAN.classNames().get(0);
        rewriteAnswers(answers, text -> text.replace("p:" + name, "p:other")
                .replaceAll("(?m)^(([^,]*,){4})" + name, "$1other"));
        String after = Hash.of(answers);
        rewrite(record, text -> text.replace(before, after));

        assertThatThrownBy(() -> check.check(TRIAL))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("answers of classes other");
    }
}

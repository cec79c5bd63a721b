package org.beatbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Epoch;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.UserError;
import org.beatbench.calibration.Temperature;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.robustness.DisturbedAnswers;
import org.beatbench.robustness.RobustnessInquiry;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.OccludedBeat;
import org.beatbench.saliency.Saliency;
import org.beatbench.saliency.SaliencyInquiry;
import org.beatbench.saliency.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FolderStoreTest {

    private static final Environment ENVIRONMENT =
            new Environment("1", "c0ffee", "17", "linux", "cpu", 2, 3, "process");
    private static final Costs COSTS = new Costs(
            10, 2, Duration.ofMillis(5), Duration.ofNanos(7), Duration.ofNanos(8), Duration.ofNanos(9), 20, 11, 12);

    private static final List<Epoch> EPOCHS = List.of(
            new Epoch(1, 9, 1 / 3.0, 0.25, 0.5, 0.75, 0.7, 1e-3, 1e4 / 3, Duration.ofNanos(1_234_567_891)),
            new Epoch(
                    2,
                    9,
                    Double.POSITIVE_INFINITY,
                    0,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Duration.ofDays(3)));

    private static final Map<String, Answers> DISTURBED =
            Map.of("muscle-noise@6dB", answers(), "inverted-lead", answers());

    private static final Saliency SALIENCY = new Saliency(
            List.of(new Window(0, 9), new Window(4, 13), new Window(8, 17)),
            List.of(
                    new OccludedBeat(3, 0, 1, 0.9f, List.of(1 / 3f, -0.1f)),
                    new OccludedBeat(5, 1, 1, 0.75f, List.of(0f, 1e-7f, 0.25f)),
                    new OccludedBeat(9, 1, 0, 1f, List.of(1f))),
            List.of(new MeanBeat(1, 20, List.of(1f, 0.1f, 1 / 3f))));

    @TempDir
    private Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = FolderStore.open(folder);
    }

    private static Trial trial(String label, long seed) {
        return trial(label, seed, Map.of());
    }

    private static Trial trial(String label, long seed, Map<String, Integer> asked) {
        return new Trial(
                label,
                new DatasetUse("d", "1", Map.of("a", "1"), "f"),
                "beats/1",
                "beats",
                new ClassifierUse("c", "1", Map.of(), Map.of(), "built-in"),
                "none",
                "none",
                ValidationUse.JOINED,
                asked,
                seed,
                2,
                17,
                "");
    }

    private static Answers answers() {
        return Answers.of(
                List.of("N", "a \"strange\", name"),
                List.of(new AnsweredBeat(3, "100", "100", 77, 0), new AnsweredBeat(5, "", "", -1, 1)),
                Predictions.of(Rows.of(new float[] {0.1f, 0.9f, 1 / 3f, 2 / 3f}, 2)));
    }

    private static RunRecord run(String label, Outcome outcome) {
        return new RunRecord(trial(label, 1), outcome, ENVIRONMENT, Instant.parse("2026-01-02T03:04:05.006Z"));
    }

    private static Plan plan(List<Trial> trials) {
        return new Plan(
                "e",
                "Title",
                "beatbench run e",
                "",
                new DatasetInfo("d", "D", "s", "1", true, "", ""),
                List.of("Every beat is cut in the same way."),
                List.of("N", "S"),
                List.of(5, 6),
                0,
                null,
                trials);
    }

    private static RunRecord completed() {
        return run("x", new Outcome.Completed(answers().none(), answers(), COSTS));
    }

    @Test
    void aPlanKeepsItsMeanBeatsAndKnownFailuresAndAnEarlierOneHasNone() throws IOException {
        Plan without = plan(List.of(trial("x", 1)));
        Plan with = new Plan(
                without.experiment(),
                without.title(),
                without.command(),
                without.commit(),
                without.dataset(),
                without.assumptions(),
                without.classNames(),
                without.classCounts(),
                without.subjects(),
                List.of(new MeanBeat(1, 20, List.of(0.1f, 1 / 3f))),
                null,
                Map.of("nearest-mean", Map.of("takes-two-classes", "it wants three")),
                without.trials());
        store.putPlan(with);
        assertThat(store.plan()).isEqualTo(with);
        store.putPlan(without);
        assertThat(Files.readString(folder.resolve("plan.json"))).doesNotContain("means", "knownFailures");
        assertThat(store.plan()).isEqualTo(without);
    }

    @Test
    void givesBackWhatItWasGivenBitByBit() throws IOException {
        for (Outcome outcome : List.of(
                new Outcome.Completed(answers(), answers(), COSTS).after(EPOCHS),
                new Outcome.Completed(answers(), answers(), COSTS),
                new Outcome.Completed(answers(), answers(), COSTS)
                        .calibrated(new Temperature(1.2345678901234567))
                        .after(EPOCHS),
                new Outcome.Completed(answers(), answers(), COSTS)
                        .after(EPOCHS)
                        .with(RobustnessInquiry.INSTANCE, new DisturbedAnswers(DISTURBED)),
                new Outcome.Completed(answers(), answers(), COSTS)
                        .after(EPOCHS)
                        .with(SaliencyInquiry.INSTANCE, SALIENCY),
                new Outcome.Failed("fit", "why", "trace\nof it", EPOCHS),
                new Outcome.Failed("fit", "why", "trace\nof it"),
                new Outcome.Stopped("took too long", EPOCHS),
                new Outcome.Stopped("took too long"))) {
            store.put(run("x", outcome));

            assertThat(store.find(trial("x", 1))).contains(run("x", outcome));
        }
        assertThat(store.find(trial("x", 2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void namesAFileThatHoldsNoAnswers(String content) throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("test.csv.gz");
        String hash = Hash.of(file);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] bytes : List.of(new byte[0], packed.toByteArray())) {
            Files.write(file, bytes);
            String sealed = Files.readString(file.resolveSibling("run.json"));
            Files.writeString(file.resolveSibling("run.json"), sealed.replace(hash, Hash.of(file)));
            hash = Hash.of(file);

            assertThatThrownBy(() -> store.find(trial("x", 1)).orElseThrow().readAll())
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("test.csv.gz");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "resampling, none, .., unknown resampling \"..\"",
        "protocol, beats/1, beat/1, unknown protocol \"beat\"",
        "protocol, beats/1, beats, no version of a protocol: beats"
    })
    void refusesATrialThatNobodyKnowsHowToRun(String key, String right, String wrong, String message)
            throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json");
        String written = Files.readString(file);
        Files.writeString(
                file, written.replace(quoted(key) + " : " + quoted(right), quoted(key) + " : " + quoted(wrong)));

        assertThatThrownBy(() -> store.read(trial("x", 1).key()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("run.json is damaged: " + message);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** As records have been written since there are inquiries; whoever reads them with other tools relies on it. */
    @Test
    void writesRecordsAsTheyAlwaysWere() throws IOException {
        Trial asked = trial("x", 1, Map.of("robustness", 100, "saliency", 5));
        store.put(new RunRecord(
                asked,
                new Outcome.Completed(answers(), answers(), COSTS)
                        .calibrated(new Temperature(1.5))
                        .after(EPOCHS)
                        .with(RobustnessInquiry.INSTANCE, new DisturbedAnswers(Map.of("inverted-lead", answers())))
                        .with(SaliencyInquiry.INSTANCE, SALIENCY),
                ENVIRONMENT,
                Instant.parse("2026-01-02T03:04:05.006Z")));
        store.put(run("y", new Outcome.Failed("fit", "why", "trace\nof it", EPOCHS)));

        assertThat(withoutHashes(asked)).isEqualTo(resource("asked.json"));
        assertThat(withoutHashes(trial("y", 1))).isEqualTo(resource("failed.json"));
        assertThat(asked.key()).isEqualTo("9060ad81ff9cac16f2f7");
    }

    private String withoutHashes(Trial trial) throws IOException {
        return Files.readString(folder.resolve("trials").resolve(trial.key()).resolve("run.json"))
                .replaceAll("\"[0-9a-f]{64}\"", "\"hash\"");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(FolderStoreTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsRecordsThatDoNotKnowTheirCommit() throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json");
        String old = Files.readString(file).replaceFirst("\"commit\" : \"c0ffee\",", "");
        Files.writeString(file, old);

        assertThat(old).doesNotContain("commit");
        assertThat(store.find(trial("x", 1)).orElseThrow().environment().commit())
                .isEmpty();
    }

    @Test
    void readsRecordsOfBeforeThereWasAnyCalibration() throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json");
        String old = Files.readString(file).replaceFirst("\"calibration\" : \"none\",", "");
        Files.writeString(file, old);

        assertThat(old).doesNotContain("calibration", "temperature");
        assertThat(store.find(trial("x", 1))).contains(completed());
    }

    @Test
    void refusesATemperatureThatIsNone() throws IOException {
        store.put(run(
                "x",
                new Outcome.Completed(answers(), answers(), COSTS)
                        .calibrated(new Temperature(1.5))
                        .after(EPOCHS)));
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("\"temperature\" : 1.5", "\"temperature\" : -1.5"));

        assertThatThrownBy(() -> store.find(trial("x", 1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("run.json is damaged: temperature must be above 0: -1.5");
    }

    @Test
    void givesARenamedTrialItsNewName() throws IOException {
        store.put(completed());

        assertThat(store.find(trial("renamed", 1)).orElseThrow().trial().label())
                .isEqualTo("renamed");
    }

    @Test
    void leavesNothingAside() throws IOException {
        store.put(completed());
        store.put(completed());

        try (Stream<Path> trials = Files.list(folder.resolve("trials"))) {
            assertThat(trials).hasSize(1);
        }
    }

    @Test
    void noticesAnswersThatWereChanged() throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("test.csv.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> store.find(trial("x", 1)).orElseThrow().readAll())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("test.csv.gz")
                .hasMessageContaining("not what the trial wrote");
    }

    @Test
    void readsAnswersOnlyWhenTheyAreAskedForAndThenOnce() throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("test.csv.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[0]);
        Outcome.Completed read =
                (Outcome.Completed) store.find(trial("x", 1)).orElseThrow().outcome();

        assertThat(read.costs()).isEqualTo(COSTS);
        assertThatThrownBy(read::test)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("test.csv.gz is damaged: it is not what the trial wrote");

        Files.write(file, whole);
        assertThat(read.test()).isEqualTo(answers());
        Files.delete(file);
        assertThat(read.test()).isSameAs(read.test());
        assertThatThrownBy(() -> store.find(trial("x", 1)))
                .as("what is missing is noticed at once")
                .isInstanceOf(UserError.class)
                .hasMessageContaining("test.csv.gz is damaged: the file is missing");
    }

    @Test
    void movesTheFilesOfARecordThatIsHandedOver() throws IOException {
        FolderStore desk = FolderStore.open(store.desk().path());
        RunRecord asked = run(
                "x",
                new Outcome.Completed(answers(), answers(), COSTS)
                        .after(EPOCHS)
                        .with(RobustnessInquiry.INSTANCE, new DisturbedAnswers(DISTURBED))
                        .with(SaliencyInquiry.INSTANCE, SALIENCY));
        desk.put(asked);
        Path theirs = desk.root().resolve("trials").resolve(trial("x", 1).key());
        String written = Files.readString(theirs.resolve("run.json"));
        RunRecord earlier = completed();

        RunRecord stored = store.put(desk.find(trial("x", 1)).orElseThrow().after(earlier));

        assertThat(theirs).doesNotExist();
        assertThat(stored).isEqualTo(asked.after(earlier));
        assertThat(store.find(trial("x", 1))).contains(asked.after(earlier));
        assertThat(folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json"))
                .hasContent(written.replace("\"looks\" : 1", "\"looks\" : 2"));
    }

    @Test
    void takesOverNoFilesThatWereChanged() throws IOException {
        FolderStore desk = FolderStore.open(store.desk().path());
        desk.put(completed());
        RunRecord run = desk.find(trial("x", 1)).orElseThrow();
        Path theirs = desk.root().resolve("trials").resolve(trial("x", 1).key());
        Files.write(theirs.resolve("test.csv.gz"), new byte[9]);

        assertThatThrownBy(() -> store.put(run))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("test.csv.gz is damaged: it is not what the trial wrote");
        assertThat(store.contains(trial("x", 1))).isFalse();
    }

    @Test
    void namesTheFirstOfSeveralDamagedTrials() throws IOException {
        List<Trial> trials = List.of(trial("x", 1), trial("y", 2), trial("z", 3));
        for (Trial trial : trials) {
            store.put(new RunRecord(trial, completed().outcome(), ENVIRONMENT, Instant.EPOCH));
        }
        for (Trial trial : trials.subList(1, 3)) {
            Files.write(folder.resolve("trials").resolve(trial.key()).resolve("test.csv.gz"), new byte[9]);
        }

        assertThat(store.all(trials)).hasSize(3);
        assertThatThrownBy(() -> store.allRead(plan(trials)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(trials.get(1).key());
    }

    @Test
    void keepsAnswersToDisturbedBeatsInAFolderOfTheirOwnAndNoticesChanges() throws IOException {
        store.put(run(
                "x",
                new Outcome.Completed(answers().none(), answers(), COSTS)
                        .after(EPOCHS)
                        .with(RobustnessInquiry.INSTANCE, new DisturbedAnswers(DISTURBED))));
        Path folderOfTheirs =
                folder.resolve("trials").resolve(trial("x", 1).key()).resolve("robustness");

        assertThat(folderOfTheirs.resolve("inverted-lead.csv.gz")).exists();
        Path file = folderOfTheirs.resolve("muscle-noise@6dB.csv.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> store.find(trial("x", 1)).orElseThrow().readAll())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("muscle-noise@6dB.csv.gz is damaged: it is not what the trial wrote");

        Path record = folderOfTheirs.resolveSibling("run.json");
        String written = Files.readString(record);
        for (String name : List.of("muscle-noise\\u0000", "../muscle-noise")) {
            Files.writeString(record, written.replace("robustness/muscle-noise@6dB", "robustness/" + name));
            assertThatThrownBy(() -> store.find(trial("x", 1)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("run.json is damaged: it names a file that no trial has");
        }
    }

    @Test
    void readsRecordsOfBeforeThereWasAnyRobustness() throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json");
        String old = Files.readString(file).replaceFirst("\"robustness\" : 0,", "");
        Files.writeString(file, old);

        assertThat(old).doesNotContain("robustness");
        assertThat(store.find(trial("x", 1))).contains(completed());
        assertThat(file.resolveSibling("robustness")).doesNotExist();
    }

    @Test
    void writesEpochsForOtherToolsToo() throws IOException {
        store.put(run("x", new Outcome.Completed(answers().none(), answers(), COSTS).after(EPOCHS)));

        assertThat(folder.resolve("trials").resolve(trial("x", 1).key()).resolve("epochs.csv"))
                .hasContent("""
                        epoch,planned,training-loss,training-accuracy,validation-loss,validation-accuracy,validation-macro-f1,\
                        learning-rate,beats-per-second,seconds
                        1,9,0.3333333333333333,0.25,0.5,0.75,0.7,0.001,3333.3333333333335,1.234567891
                        2,9,Infinity,0.0,,,,,,259200.0
                        """);
    }

    @Test
    void writesWhatAModelLooksAtForOtherToolsToo() throws IOException {
        store.put(run(
                "x",
                new Outcome.Completed(answers().none(), answers(), COSTS)
                        .after(EPOCHS)
                        .with(SaliencyInquiry.INSTANCE, SALIENCY)));

        assertThat(unzipped("saliency.csv.gz")).isEqualTo("""
                row,truth,answer,probability,from,to,drop
                3,N,"a ""strange"", name",0.9,0,9,0.33333334
                3,N,"a ""strange"", name",0.9,4,13,-0.1
                5,"a ""strange"", name","a ""strange"", name",0.75,0,9,0.0
                5,"a ""strange"", name","a ""strange"", name",0.75,4,13,1.0E-7
                5,"a ""strange"", name","a ""strange"", name",0.75,8,17,0.25
                9,"a ""strange"", name",N,1.0,0,9,1.0
                """);
        assertThat(unzipped("mean-beats.csv.gz")).isEqualTo("""
                class,beats,sample,mean
                "a ""strange"", name",20,0,1.0
                "a ""strange"", name",20,1,0.1
                "a ""strange"", name",20,2,0.33333334
                """);
    }

    private String unzipped(String name) throws IOException {
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve(name);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noticesThatWhatAModelLooksAtWasChanged() throws IOException {
        for (String name : List.of("saliency.csv.gz", "mean-beats.csv.gz")) {
            store.put(run(
                    "x",
                    new Outcome.Completed(answers().none(), answers(), COSTS)
                            .after(EPOCHS)
                            .with(SaliencyInquiry.INSTANCE, SALIENCY)));
            Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            assertThatThrownBy(() -> store.find(trial("x", 1)).orElseThrow().readAll())
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("not what the trial wrote");
        }
    }

    @Test
    void writesNothingOfWhatAModelLooksAtUnlessAsked() throws IOException {
        store.put(completed());
        Path trial = folder.resolve("trials").resolve(trial("x", 1).key());

        assertThat(trial.resolve("saliency.csv.gz")).doesNotExist();
        assertThat(trial.resolve("mean-beats.csv.gz")).doesNotExist();
    }

    @Test
    void readsRecordsOfBeforeAnythingButAnswersWasAsked() throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json");
        String old = Files.readString(file).replaceFirst("\"saliency\" : 0,", "");
        Files.writeString(file, old);

        assertThat(old).doesNotContain("saliency");
        assertThat(store.find(trial("x", 1))).contains(completed());
    }

    @Test
    void writesNothingOfEpochsWhereThereAreNone() throws IOException {
        store.put(completed());
        Path trial = folder.resolve("trials").resolve(trial("x", 1).key());

        assertThat(trial.resolve("epochs.csv")).doesNotExist();
        assertThat(trial.resolve("run.json")).content().doesNotContain("epochs");
    }

    @Test
    void noticesEpochsThatWereChangedOrLost() throws IOException {
        store.put(run("x", new Outcome.Stopped("took too long", EPOCHS)));
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("epochs.csv");
        Files.writeString(file, Files.readString(file).replace("0.75", "0.76"));

        assertThatThrownBy(() -> store.find(trial("x", 1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("epochs.csv is damaged: it is not what the trial wrote");

        Files.delete(file);

        assertThatThrownBy(() -> store.find(trial("x", 1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("epochs.csv is damaged: the file is missing");
    }

    @Test
    void saysWhatIsDamaged() throws IOException {
        store.put(completed());
        Files.writeString(folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json"), "{\"format\": 1,");

        assertThatThrownBy(() -> store.find(trial("x", 1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("run.json is damaged");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("run.json");
        String whole = Files.readString(file);
        for (String key : List.of("environment", "outcome", "kind", "costs", "fit", "answers", "java", "started")) {
            Files.writeString(file, whole.replace("\"" + key + "\" :", "\"other\" :"));

            assertThatThrownBy(() -> store.find(trial("x", 1)))
                    .as(key)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("run.json is damaged")
                    .extracting(problem -> ((UserError) problem).hint())
                    .asString()
                    .contains("delete the folder " + file.getParent());
        }
        for (String text : List.of("", "null", "[]", "7")) {
            Files.writeString(file, text);

            assertThatThrownBy(() -> store.find(trial("x", 1)))
                    .as(text)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("run.json is damaged");
        }
    }

    @Test
    void doesNotAdviseToDeleteTrialsBecauseOfAPlan() throws IOException {
        for (String text : List.of("", "null", "{\"format\": 1}", "{\"format\": 9}")) {
            Files.writeString(folder.resolve("plan.json"), text);

            assertThatThrownBy(store::plan)
                    .as(text)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("plan.json")
                    .extracting(problem -> ((UserError) problem).hint())
                    .asString()
                    .contains("the trials that are stored are kept");
        }
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> FolderStore.open(file.resolve("mine")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file.resolve("mine") + " cannot be written: ")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void keepsThePlan() throws IOException {
        Plan plan = plan(List.of(trial("x", 1), trial("y", 2)));
        store.putPlan(plan);
        store.put(completed());

        assertThat(FolderStore.existing(folder).plan()).isEqualTo(plan);
        Path file = folder.resolve("plan.json");
        String old = Files.readString(file).replace("\"calibration\" : \"none\",", "");
        Files.writeString(file, old);
        assertThat(old).as("of before there was any calibration").doesNotContain("calibration");
        assertThat(FolderStore.existing(folder).plan()).isEqualTo(plan);
        assertThat(store.all(plan.trials())).hasSize(1);
        assertThat(folder.resolve("answers.schema.json")).exists();
    }

    @Test
    void saysWhatTheColumnsOfAnswersAre() throws IOException {
        store.put(completed());
        Path file = folder.resolve("trials").resolve(trial("x", 1).key()).resolve("test.csv.gz");
        List<String> lines;
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines = in.lines().toList();
        }
        TableSchema schema = AnswersSchema.of(answers().classes());

        assertThat(lines.get(0)).isEqualTo("row,record,subject,position,truth,p:N,\"p:a \"\"strange\"\", name\"");
        assertThat(schema.names())
                .containsExactly("row", "record", "subject", "position", "truth", "p:N", "p:a \"strange\", name");
        JsonNode fields = new JsonMapper().readTree(schema.json()).path("fields");
        assertThat(fields.path(4).path("constraints").path("enum").path(1).asString())
                .isEqualTo("a \"strange\", name");
        assertThat(fields.path(5).path("constraints").path("maximum").asInt()).isEqualTo(1);
        assertThat(fields.path(5).path("type").asString()).isEqualTo("number");
        assertThat(lines.get(2)).as("what may be empty").startsWith("5,,,-1,");
        assertThat(fields.path(1).path("constraints").isMissingNode()).isTrue();
        assertThat(fields.path(3).path("constraints").path("minimum").asInt()).isEqualTo(-1);
    }

    @Test
    void refusesFoldersWithoutResults() {
        assertThatThrownBy(() -> FolderStore.existing(folder.resolve("nothing")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no results in");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> FolderStore.open(file)).isInstanceOf(UserError.class);
    }
}

package org.beatbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every data set must do. Extend this class, or {@link PerturbableContract} if the data set can be disturbed, name your
 * provider, put its files into the folder, and JUnit runs the tests:
 *
 * <pre>
 * class MyDatasetTest extends DatasetContract {
 *     &#64;Override
 *     protected DatasetProvider&lt;?&gt; provider() {
 *         return new MyProvider();
 *     }
 *
 *     &#64;Override
 *     protected Path data(Path empty) throws IOException {
 *         Files.writeString(empty.resolve("mine.csv"), "0.1,0.9,N");
 *         return empty;
 *     }
 * }
 * </pre>
 */
public abstract class DatasetContract {

    /** How far an interval may be from that of two positions, which are whole numbers, relative to it. */
    private static final double ROUNDING = 0.01;

    @TempDir
    Path scratch;

    private Path folder;

    /** The provider to be tested. */
    protected abstract DatasetProvider<?> provider();

    /**
     * The folder that holds the data sets, in which the provider finds its own.
     *
     * @param empty a folder to put files into; another may be answered
     */
    protected Path data(Path empty) throws IOException {
        return empty;
    }

    /** The settings to test with. */
    protected Record settings() {
        return provider().defaults();
    }

    @BeforeEach
    void findData() throws IOException {
        folder = data(Files.createDirectory(scratch.resolve("data")));
    }

    @Test
    void saysWhatItIs() {
        DatasetInfo info = provider().info();
        assertThat(info.name()).as("name").isNotBlank();
        assertThat(info.summary()).as("summary").isNotBlank();
        assertThat(info.version()).as("version").isNotBlank();
        assertThat(provider().info()).as("the info of another instance").isEqualTo(info);
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(DatasetProvider.class).stream().map(ServiceLoader.Provider::type))
                .as("providers listed in META-INF/services/%s", DatasetProvider.class.getName())
                .contains(provider().getClass());
    }

    @Test
    void documentsEverySetting() {
        SettingValues.assertDocumented(provider().defaults());
    }

    @Test
    void rejectsIllegalSettings() {
        for (SettingValues setting : SettingValues.of(settings())) {
            for (Object illegal : setting.illegal()) {
                assertThatThrownBy(() -> load(provider(), setting.with(settings(), illegal), context(folder)))
                        .as("%s for setting %s", illegal, setting)
                        .isInstanceOfAny(IllegalArgumentException.class, UserError.class);
            }
        }
    }

    @Test
    void namesItsClasses() throws IOException {
        Beats beats = load();
        assertThat(beats.size()).as("beats").isPositive();
        assertThat(beats.classes())
                .as("class names")
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).isNotBlank());
        assertThat(beats.beats())
                .as("labels; every beat has one")
                .extracting(Beat::label)
                .doesNotContain(Beat.UNLABELLED);
    }

    @Test
    void givesFiniteSamplesAndZerosAfterThem() throws IOException {
        Beats beats = load();
        for (int row = 0; row < beats.size(); row++) {
            int length = beats.beat(row).unpaddedLength();
            float[] samples = beats.samples().row(row);
            assertThat(length).as("unpadded length of beat %d", row).isPositive();
            for (int i = 0; i < samples.length; i++) {
                if (!Float.isFinite(samples[i]) || (i >= length && samples[i] != 0)) {
                    fail("sample %d of beat %d, of which %d are no padding: %s", i, row, length, samples[i]);
                }
            }
        }
    }

    @Test
    void knowsARateThatCanBe() {
        OptionalDouble rate = rate(provider(), settings());
        rate.ifPresent(
                value -> assertThat(value).as("samples a second").isPositive().isFinite());
        assertThat(rate(provider(), settings())).as("the rate when asked again").isEqualTo(rate);
    }

    @Test
    void keepsToOneSubjectAndTheOrderOfARecord() throws IOException {
        Map<String, Beat> last = new HashMap<>();
        for (Beat beat : load().beats()) {
            assertThat(beat.position() < 0 || !beat.record().isEmpty())
                    .as("whether the record is known in which this has its position: %s", beat)
                    .isTrue();
            Beat before = beat.record().isEmpty() ? null : last.put(beat.record(), beat);
            if (before != null) {
                assertThat(beat.subject())
                        .as("subject of record %s", beat.record())
                        .isEqualTo(before.subject());
                assertThat(beat.position())
                        .as("position in record %s, ascending", beat.record())
                        .isGreaterThanOrEqualTo(before.position());
            }
        }
    }

    /**
     * The rate of a recording is not told, but it is the same for all its intervals, and not below that of the beats. Where two
     * beats do not follow one another, one between them was left out, which only makes their distance longer.
     */
    @Test
    void givesIntervalsThatAgreeWithPositions() throws IOException {
        Map<String, List<Beat>> records = new TreeMap<>();
        for (Beat beat : load().beats()) {
            for (double interval : new double[] {beat.rrBefore(), beat.rrAfter()}) {
                if (!Double.isNaN(interval) && !(interval >= 0 && interval < Double.POSITIVE_INFINITY)) {
                    fail("an interval is in seconds, or NaN: %s", beat);
                }
            }
            if (beat.position() >= 0) {
                records.computeIfAbsent(beat.record(), record -> new ArrayList<>())
                        .add(beat);
            }
        }
        records.forEach(this::assertAgreement);
    }

    private void assertAgreement(String record, List<Beat> beats) {
        double rate = IntStream.range(1, beats.size())
                .filter(i -> beats.get(i).rrBefore() > 0
                        && beats.get(i).rrBefore() == beats.get(i - 1).rrAfter())
                .mapToDouble(i -> samples(beats, i) / beats.get(i).rrBefore())
                .min()
                .orElse(Double.NaN);
        assertThat(rate)
                .as("samples a second of record %s by its intervals, of which beats keep some", record)
                .satisfiesAnyOf(unknown -> assertThat(unknown).isNaN(), known -> assertThat(known)
                        .isGreaterThan(rate(provider(), settings()).orElse(0) * (1 - ROUNDING)));
        for (int i = 1; i < beats.size(); i++) {
            double before = beats.get(i - 1).rrAfter() * rate;
            double after = beats.get(i).rrBefore() * rate;
            double tolerance = 1 + ROUNDING * samples(beats, i);
            boolean isNext = Math.abs(after - samples(beats, i)) <= tolerance && Math.abs(before - after) <= tolerance;
            if (!isNext && before + after > samples(beats, i) + tolerance) {
                fail(
                        "intervals that do not fit the positions at %s samples a second: %s, %s",
                        rate, beats.get(i - 1), beats.get(i));
            }
        }
    }

    private static double samples(List<Beat> beats, int i) {
        return beats.get(i).position() - beats.get(i - 1).position();
    }

    @Test
    void loadsTheSameTwice() throws IOException {
        Beats beats = load();
        assertThat(load()).as("beats of a second load").isEqualTo(beats);
    }

    @Test
    void loadsTheSameSeveralTimesAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Beats> question = this::load;
            List<Future<Beats>> answers = threads.invokeAll(List.of(question, question, question, question));
            for (Future<Beats> answer : answers) {
                assertThat(answer.get())
                        .as("beats loaded by one of four threads")
                        .isEqualTo(answers.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysWhatItTakesForGranted() throws IOException {
        List<String> assumptions = assumptions(provider(), settings(), context(folder));
        assertThat(assumptions)
                .allSatisfy(sentence -> assertThat(sentence).as("assumption").isNotBlank());
        assertThat(assumptions(provider(), settings(), context(folder)))
                .as("assumptions when asked again")
                .isEqualTo(assumptions);
    }

    @Test
    void saysWhatIsMissingAndWhatToDo() throws IOException {
        Path nothing = Files.createDirectory(scratch.resolve("nothing"));
        try {
            Beats beats = load(provider(), settings(), context(nothing));
            assertThat(provider().info().synthetic())
                    .as("whether beats that need no files are said to be synthetic: %s", beats)
                    .isTrue();
        } catch (UserError error) {
            assertThat(error).as("the error names the folder").hasMessageContaining(nothing.toString());
            assertThat(error.hint()).as("what to do about it").isNotBlank();
        }
    }

    @Test
    void doesNotStartWhenCancelledBefore() throws IOException {
        load();
        assertThatExceptionOfType(CancelledException.class)
                .as("a load that is cancelled from the start, also of beats that were loaded before")
                .isThrownBy(() -> load(provider(), settings(), new DatasetContext(folder, Progress.NONE, () -> true)));
    }

    @Test
    void stopsWheneverItLearnsOfACancellation() throws IOException {
        for (int patience = 0; patience <= 64; patience = Math.max(1, 2 * patience)) {
            AtomicInteger left = new AtomicInteger(patience);
            AtomicBoolean isTold = new AtomicBoolean();
            Cancellation cancellation = () -> {
                boolean isRequested = left.getAndDecrement() <= 0;
                isTold.compareAndSet(false, isRequested);
                return isRequested;
            };
            try {
                load(provider(), settings(), new DatasetContext(folder, Progress.NONE, cancellation));
            } catch (CancelledException e) {
                continue;
            }
            assertThat(isTold)
                    .as("whether it went on although it was told to stop, from question %d on", patience)
                    .isFalse();
        }
    }

    @Test
    void tellsOfProgressThatGrows() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        Map<String, Long> totals = new HashMap<>();
        Progress listener = (stage, done, total) -> {
            Long before = last.put(stage, done);
            Long of = totals.put(stage, total);
            if (done < (before == null ? 0 : before) || (of != null && of != total) || (total > 0 && done > total)) {
                wrong.add(stage + " " + done + " of " + total + " after " + before + " of " + of);
            }
        };
        load(provider(), settings(), new DatasetContext(folder, listener, Cancellation.NEVER));
        assertThat(wrong).as("progress that does not grow within its total").isEmpty();
        last.forEach((stage, done) -> assertThat(totals.get(stage))
                .as("what stage %s ends at, which is its total unless that is unknown", stage)
                .isIn(0L, done));
    }

    @Test
    void changesNothingButItsOwnFolder() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Map<Path, String> files = files(folder);
        Set<Path> beside = beside(folder);
        Set<Path> working = beside(here.resolve("any"));
        load();
        assertThat(files(folder)).as("files of the data").containsAllEntriesOf(files);
        assertThat(beside(folder))
                .as("files beside the folder of the data sets")
                .isEqualTo(beside);
        assertThat(beside(here.resolve("any")))
                .as("files of the working directory")
                .isEqualTo(working);
    }

    @Test
    void isHeldToTheContractOfWhatCanBeDisturbed() {
        assertThat(provider() instanceof PerturbableProvider<?>)
                .as("whether it can be disturbed, as this contract takes for granted: %s", getClass())
                .isEqualTo(this instanceof PerturbableContract);
    }

    final Beats load() throws IOException {
        return load(provider(), settings(), context());
    }

    final DatasetContext context() {
        return context(folder);
    }

    private static DatasetContext context(Path folder) {
        return new DatasetContext(folder, Progress.NONE, Cancellation.NEVER);
    }

    /** All files with size and time of the last change; a cache, whose folder is hidden, may be made, used and cleaned. */
    private static Map<Path, String> files(Path folder) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (Stream.of(folder.relativize(file).toString().split("[/\\\\]"))
                        .noneMatch(part -> part.startsWith("."))) {
                    files.put(file, attributes.size() + " bytes of " + attributes.lastModifiedTime());
                }
            }
        }
        return files;
    }

    private static Set<Path> beside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.toAbsolutePath().getParent())) {
            return new HashSet<>(files.toList());
        }
    }

    private static <S extends Record> Beats load(DatasetProvider<S> provider, Record settings, DatasetContext context)
            throws IOException {
        return provider.load(typed(provider, settings), context);
    }

    private static <S extends Record> OptionalDouble rate(DatasetProvider<S> provider, Record settings) {
        return provider.rate(typed(provider, settings));
    }

    private static <S extends Record> List<String> assumptions(
            DatasetProvider<S> provider, Record settings, DatasetContext context) throws IOException {
        return provider.assumptions(typed(provider, settings), context);
    }

    @SuppressWarnings("unchecked") // a record's class is final, so it is that of the defaults
    static <S extends Record> S typed(DatasetProvider<S> provider, Record settings) {
        return (S) provider.defaults().getClass().cast(settings);
    }
}

package org.beatbench.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Hyper;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;

/** A data set of two recordings at 100 samples a second that keeps its contract, or breaks it in one way. */
public class ToyDataset implements DatasetProvider<ToyDataset.Settings> {

    static final String FILE = "toy/toy.txt";

    private static final int LENGTH = 8;
    private static final AtomicInteger LOADS = new AtomicInteger();
    private static final AtomicInteger LOADING = new AtomicInteger();

    private final Flaw flaw;

    public ToyDataset() {
        this(Flaw.NONE);
    }

    ToyDataset(Flaw flaw) {
        this.flaw = flaw;
    }

    /** How many beats. */
    public record Settings(
            @Hyper(value = "beats of each recording", min = 1, max = 50)
            int beats) {}

    /** What is wrong, and which checks have to tell. */
    enum Flaw {
        NONE,
        NAMELESS("says-what-it-is"),
        UNLISTED("is-listed-as-a-service"),
        DEFAULT_OUT_OF_RANGE("documents-settings"),
        TWO_CLASSES_OF_ONE_NAME("names-its-classes"),
        UNLABELLED("names-its-classes"),
        NOT_A_NUMBER("gives-finite-samples"),
        DIRTY_PADDING("gives-finite-samples"),
        NOTHING_BUT_PADDING("gives-finite-samples"),
        NO_RATE("knows-a-rate-that-can-be"),
        TWO_SUBJECTS("keeps-the-order-of-a-record"),
        PLACE_WITHOUT_RECORD("keeps-the-order-of-a-record"),
        BACKWARDS("keeps-the-order-of-a-record", "gives-intervals-that-fit"),
        MILLISECONDS("gives-intervals-that-fit"),
        ONE_WRONG_INTERVAL("gives-intervals-that-fit"),
        NEGATIVE_INTERVAL("gives-intervals-that-fit"),
        FICKLE("loads-the-same-twice", "loads-for-several-threads"),
        NOT_FOR_SEVERAL_THREADS("loads-for-several-threads"),
        BLANK_ASSUMPTION("says-what-it-takes-for-granted"),
        COMPUTED_BUT_NOT_SYNTHETIC("says-what-is-missing"),
        MUTE_WITHOUT_FILES("says-what-is-missing"),
        NO_REMEDY("says-what-is-missing"),
        DEAF("does-not-start-when-cancelled"),
        STUBBORN("does-not-start-when-cancelled", "stops-when-told"),
        PROGRESS_FALLS("tells-progress-that-grows"),
        PROGRESS_ENDS_EARLY("tells-progress-that-grows"),
        WRITES_BESIDE("changes-nothing"),
        WRITES_INTO_ITS_FILES("changes-nothing"),
        UNDISTURBED("disturbances-are-seen", "disturbs-the-more-the-stronger", "disturbs-the-same-for-the-same-seed");

        private final Set<String> checks;

        Flaw(String... checks) {
            this.checks = Set.of(checks);
        }

        Set<String> checks() {
            return checks;
        }

        ToyDataset dataset() {
            return switch (this) {
                case UNLISTED -> new Unlisted();
                case UNDISTURBED -> new Disturbed();
                default -> new ToyDataset(this);
            };
        }
    }

    private static final class Unlisted extends ToyDataset {}

    /** Listed as a service too, and so public. */
    public static final class Disturbed extends ToyDataset implements PerturbableProvider<Settings> {

        @Override
        public List<Beats> perturbed(
                Settings settings, Beats chosen, List<Perturbation> all, long seed, DatasetContext context) {
            return all.stream().map(one -> chosen).toList();
        }
    }

    @Override
    public DatasetInfo info() {
        return new DatasetInfo("toy", flaw == Flaw.NAMELESS ? " " : "Toy", "Two recordings.", "1", false, "", "");
    }

    @Override
    public Settings defaults() {
        return new Settings(flaw == Flaw.DEFAULT_OUT_OF_RANGE ? 60 : 5);
    }

    @Override
    public OptionalDouble rate(Settings settings) {
        return OptionalDouble.of(flaw == Flaw.NO_RATE ? 0 : 100);
    }

    @Override
    public List<String> assumptions(Settings settings, DatasetContext context) {
        return List.of(flaw == Flaw.BLANK_ASSUMPTION ? "" : "Every beat has its class.");
    }

    @Override
    public Beats load(Settings settings, DatasetContext context) throws IOException {
        Path file = context.folder().resolve(FILE);
        if (flaw != Flaw.COMPUTED_BUT_NOT_SYNTHETIC && !Files.exists(file)) {
            throw new UserError(
                    flaw == Flaw.MUTE_WITHOUT_FILES ? "no data" : file + " does not exist",
                    flaw == Flaw.NO_REMEDY ? "" : "put it there");
        }
        if (flaw == Flaw.WRITES_BESIDE) {
            Files.writeString(context.folder().resolveSibling("log.txt"), "loaded");
        }
        if (flaw == Flaw.WRITES_INTO_ITS_FILES) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        }
        boolean isFirst = LOADS.getAndIncrement() % 2 == 0;
        boolean isAlone = flaw != Flaw.NOT_FOR_SEVERAL_THREADS || isAlone();
        Beats.Builder beats =
                Beats.builder(flaw == Flaw.TWO_CLASSES_OF_ONE_NAME ? List.of("N", "N") : List.of("N", "V"), LENGTH);
        for (int number = 0; number < 2 * settings.beats(); number++) {
            if (flaw == Flaw.STUBBORN) {
                context.cancellation().requested();
            } else if (flaw != Flaw.DEAF) {
                context.cancellation().check();
            }
            beats.add(samples(number, (flaw == Flaw.FICKLE && isFirst) || !isAlone), beat(number, settings.beats()));
            long done = flaw == Flaw.PROGRESS_FALLS && number == 3 ? 1 : number + 1;
            if (flaw != Flaw.PROGRESS_ENDS_EARLY || done < 2L * settings.beats()) {
                context.progress().advanced("beats", done, 2L * settings.beats());
            }
        }
        return beats.build();
    }

    /** Whether nobody else loads; waits for others to come. */
    private static boolean isAlone() {
        int loading = LOADING.incrementAndGet();
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOADING.decrementAndGet();
        return loading == 1;
    }

    private float[] samples(int number, boolean isOther) {
        float[] samples = new float[LENGTH];
        for (int i = 0; i < LENGTH - 2; i++) {
            samples[i] = (number + i) % 7 / 7f;
        }
        samples[0] = isOther ? 0.5f : flaw == Flaw.NOT_A_NUMBER && number == 4 ? Float.NaN : samples[0];
        samples[LENGTH - 1] = flaw == Flaw.DIRTY_PADDING && number == 4 ? 0.1f : 0;
        return samples;
    }

    /** One beat a second, but for the third of each recording, which was left out. */
    private Beat beat(int number, int beats) {
        int ordinal = number % beats;
        String record = number < beats ? "a" : "b";
        double interval = flaw == Flaw.MILLISECONDS ? 1_000 : 1;
        long position = 100L * (ordinal + (ordinal < 2 ? 1 : 2));
        return new Beat(
                flaw == Flaw.UNLABELLED && number == 4 ? Beat.UNLABELLED : number % 2,
                flaw == Flaw.NOTHING_BUT_PADDING && number == 4 ? 0 : LENGTH - 2,
                ordinal == 0 ? Double.NaN : flaw == Flaw.NEGATIVE_INTERVAL ? -interval : interval,
                flaw == Flaw.ONE_WRONG_INTERVAL && number == 3 ? 3 : interval,
                flaw == Flaw.TWO_SUBJECTS && number == 4 ? "somebody else" : "subject of " + record,
                flaw == Flaw.PLACE_WITHOUT_RECORD && number == 4 ? "" : record,
                flaw == Flaw.BACKWARDS ? 10_000 - position : position,
                "N");
    }
}

package org.beatbench.contract.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.jspecify.annotations.Nullable;

/** How a data set is loaded. */
final class LoadingChecks {

    private static final int THREADS = 4;

    static final List<Check<DatasetSubject>> ALL = List.of(
            Check.error(
                    "loads-the-same-twice",
                    "gives the same beats in the same order each time",
                    "sort what a folder lists; take chance from a setting",
                    subject -> {
                        Beats beats = subject.load();
                        Expect.equal(subject.load(), beats, "beats of a second load");
                    }),
            Check.error(
                    "loads-for-several-threads",
                    "gives four threads at once the same beats",
                    "keep no working memory in static fields",
                    LoadingChecks::loadsForSeveralThreads),
            Check.error(
                    "says-what-it-takes-for-granted",
                    "states its assumptions in sentences, the same each time",
                    "leave out what is blank",
                    LoadingChecks::saysWhatItTakesForGranted),
            Check.error(
                    "says-what-is-missing",
                    "names the folder of files that are not there, and what to do",
                    "throw UserError with the path and a hint; data that need no files are ofComputedBeats()",
                    LoadingChecks::saysWhatIsMissing),
            Check.error(
                    "does-not-start-when-cancelled",
                    "throws CancelledException where loading was cancelled before it began",
                    "call context.cancellation().check() first of all, also where there is a cache",
                    LoadingChecks::doesNotStart),
            Check.error(
                    "stops-when-told",
                    "ends loading as soon as it learns that it was cancelled",
                    "let CancelledException out of load; do not go on after requested() was true",
                    LoadingChecks::stopsWhenTold),
            Check.error(
                    "tells-progress-that-grows",
                    "tells of progress that grows up to its total",
                    "call progress.advanced(stage, done, total) with one total for each stage, and at its end with done = total",
                    LoadingChecks::tellsProgressThatGrows),
            Check.error(
                    "changes-nothing",
                    "leaves its files and everything beside its folder as they are",
                    "write into a hidden folder below its own, if anywhere",
                    LoadingChecks::changesNothing));

    private LoadingChecks() {}

    private static void loadsForSeveralThreads(DatasetSubject subject) throws InterruptedException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Beats>> answers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                answers.add(threads.submit(() -> subject.load()));
            }
            for (Future<Beats> answer : answers) {
                Expect.equal(answer.get(), answers.get(0).get(), "beats loaded by one of four threads");
            }
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new Broken("one of four threads: " + Check.inWords(cause), cause);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void saysWhatItTakesForGranted(DatasetSubject subject) throws IOException {
        List<String> assumptions = subject.assumptions();
        Expect.that(assumptions.stream().noneMatch(String::isBlank), "an assumption is blank: %s", assumptions);
        Expect.equal(subject.assumptions(), assumptions, "assumptions when asked again");
    }

    private static void saysWhatIsMissing(DatasetSubject subject) throws IOException {
        Path nothing = subject.emptyFolder();
        try {
            Beats beats = subject.load(DatasetSubject.context(nothing));
            Expect.that(
                    subject.provider().info().synthetic(),
                    "it needs no files and does not say that its beats are synthetic: %s",
                    beats);
        } catch (UserError error) {
            Expect.that(
                    String.valueOf(error.getMessage()).contains(nothing.toString()),
                    "the error does not name the folder %s: %s",
                    nothing,
                    error.getMessage());
            Expect.that(!error.hint().isBlank(), "the error gives no hint: %s", error.getMessage());
        }
    }

    private static void doesNotStart(DatasetSubject subject) throws IOException {
        subject.load();
        try {
            Beats beats = subject.load(new DatasetContext(subject.folder(), Progress.NONE, () -> true));
            throw new Broken("it loaded although it was cancelled: " + beats);
        } catch (CancelledException e) {
            // As it should.
        }
    }

    private static void stopsWhenTold(DatasetSubject subject) throws IOException {
        for (int patience = 0; patience <= 64; patience = Math.max(1, 2 * patience)) {
            AtomicInteger left = new AtomicInteger(patience);
            AtomicBoolean isTold = new AtomicBoolean();
            Cancellation cancellation = () -> {
                boolean isRequested = left.getAndDecrement() <= 0;
                isTold.compareAndSet(false, isRequested);
                return isRequested;
            };
            try {
                subject.load(new DatasetContext(subject.folder(), Progress.NONE, cancellation));
            } catch (CancelledException e) {
                continue;
            }
            Expect.that(!isTold.get(), "told to stop from question %d on, it went on", patience);
        }
    }

    private static void tellsProgressThatGrows(DatasetSubject subject) throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        Map<String, Long> totals = new HashMap<>();
        Progress listener = (stage, done, total) -> {
            @Nullable Long before = last.put(stage, done);
            @Nullable Long of = totals.put(stage, total);
            if (done < (before == null ? 0 : before) || (of != null && of != total) || (total > 0 && done > total)) {
                wrong.add(stage + " " + done + " of " + total + " after " + before + " of " + of);
            }
        };
        subject.load(new DatasetContext(subject.folder(), listener, Cancellation.NEVER));
        Expect.that(wrong.isEmpty(), "progress does not grow within its total: %s", wrong);
        last.forEach((stage, done) -> {
            long total = Objects.requireNonNull(totals.get(stage));
            Expect.that(total == 0 || done == total, "stage %s ends at %d of %d", stage, done, total);
        });
    }

    private static void changesNothing(DatasetSubject subject) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path above = Objects.requireNonNull(subject.folder().toAbsolutePath().getParent());
        Map<Path, String> files = files(subject.folder());
        Set<Path> beside = HouseholdChecks.listed(above);
        Set<Path> working = HouseholdChecks.listed(here);
        subject.load();
        Map<Path, String> after = files(subject.folder());
        files.forEach((file, state) -> Expect.equal(after.get(file), state, "file " + file));
        Expect.equal(HouseholdChecks.listed(above), beside, "files beside the folder of the data sets");
        Expect.equal(HouseholdChecks.listed(here), working, "files of the working directory");
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
}

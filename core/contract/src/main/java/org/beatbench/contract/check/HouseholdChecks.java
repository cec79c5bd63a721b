package org.beatbench.contract.check;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.beatbench.api.TrainedModel;

/** That a classifier stops when it is told to, and leaves things as they were. */
final class HouseholdChecks {

    private static final Duration CANCELLED_AFTER = Duration.ofMillis(100);

    /** A second is promised; another is granted, as a check does not have the machine for itself. */
    private static final Duration CANCELLED_WITHIN = Duration.ofSeconds(2);

    private static final int ROUNDS = 3;
    private static final long KEPT_PER_ROUND = 1 << 20;

    static final List<Check<ClassifierSubject>> ALL = List.of(
            Check.error(
                    "does-not-start-when-cancelled",
                    "throws CancelledException where a fit was cancelled before it began",
                    "call context.cancellation().check() first of all",
                    HouseholdChecks::doesNotStart),
            Check.error(
                    "stops-when-told",
                    "ends a fit as soon as it learns that it was cancelled",
                    "let CancelledException out of fit; do not go on after requested() was true",
                    HouseholdChecks::stopsWhenTold),
            Check.error(
                    "stops-within-a-second",
                    "asks often enough whether it is to stop",
                    "call context.cancellation().check() several times a second, or say ClassifierInfo.notCancellable()",
                    HouseholdChecks::stopsWithinASecond),
            Check.error(
                    "tells-epochs-in-order",
                    "numbers its epochs from 1, with finite losses; passes if it has none",
                    "call progress.epoch once for each pass over the training beats",
                    HouseholdChecks::tellsEpochsInOrder),
            Check.error(
                    "closes-twice",
                    "does nothing when it is closed again",
                    "remember in close that it was closed",
                    HouseholdChecks::closesTwice),
            Check.error(
                    "returns-memory",
                    "keeps nothing of its beats and models once they are closed",
                    "keep nothing in static fields, thread-locals or pools",
                    HouseholdChecks::returnsMemory),
            Check.warning(
                    "leaves-no-files",
                    "leaves neither files in its scratch folder nor in the working directory",
                    "write into FitContext.scratch() only, and delete what is not needed any more",
                    HouseholdChecks::leavesNoFiles));

    private HouseholdChecks() {}

    private static void doesNotStart(ClassifierSubject subject) {
        subject.model();
        try (TrainedModel model = subject.fit(
                ToyBeats.noisy().draw(ClassifierSubject.SEED), subject.settings(), Progress.NONE, () -> true)) {
            throw new Broken("it fitted a model although it was cancelled: " + Expect.shortened(model));
        } catch (CancelledException e) {
            // As it should.
        }
    }

    private static void requireCancellable(ClassifierSubject subject) {
        subject.model();
        if (!subject.provider().info().cancellable()) {
            throw new NotApplicable("it says that it cannot be cancelled");
        }
    }

    private static void stopsWhenTold(ClassifierSubject subject) {
        requireCancellable(subject);
        for (int patience = 1; patience <= 64; patience *= 2) {
            AtomicInteger left = new AtomicInteger(patience);
            AtomicInteger ignored = new AtomicInteger();
            Cancellation cancellation = () -> {
                boolean requested = left.getAndDecrement() <= 0;
                ignored.addAndGet(requested ? 1 : 0);
                return requested;
            };
            try (TrainedModel model = subject.fit(
                    ToyBeats.noisy().draw(ClassifierSubject.SEED), subject.settings(), Progress.NONE, cancellation)) {
                Expect.that(
                        ignored.get() == 0,
                        "told to stop from question %d on, it went on %d times and fitted %s",
                        patience,
                        ignored.get(),
                        Expect.shortened(model));
            } catch (CancelledException e) {
                // It stopped when it was told to.
            }
        }
    }

    private static void stopsWithinASecond(ClassifierSubject subject) {
        requireCancellable(subject);
        Beats training = ToyBeats.many().draw(ClassifierSubject.SEED);
        long cancelled = System.nanoTime() + CANCELLED_AFTER.toNanos();
        try {
            subject.fit(training, subject.settings(), Progress.NONE, () -> System.nanoTime() - cancelled >= 0)
                    .close();
        } catch (CancelledException e) {
            // As it may; it may be ready before, too.
        }
        Duration late = Duration.ofNanos(System.nanoTime() - cancelled);
        Expect.that(
                late.compareTo(CANCELLED_WITHIN) < 0,
                "it went on for %.1f seconds after it was cancelled",
                late.toMillis() / 1e3);
    }

    private static void tellsEpochsInOrder(ClassifierSubject subject) {
        List<Epoch> epochs = subject.epochs();
        List<Integer> numbers = epochs.stream().map(Epoch::number).toList();
        Expect.equal(numbers, IntStream.rangeClosed(1, epochs.size()).boxed().toList(), "numbers of the epochs");
        for (Epoch epoch : epochs) {
            Expect.that(
                    Double.isFinite(epoch.trainingLoss()) && !Double.isInfinite(epoch.validationLoss()),
                    "losses of epoch %d: %s, %s",
                    epoch.number(),
                    epoch.trainingLoss(),
                    epoch.validationLoss());
            Expect.equal(epoch.planned(), epochs.get(0).planned(), "planned epochs, in epoch " + epoch.number());
        }
    }

    private static void closesTwice(ClassifierSubject subject) {
        subject.model();
        TrainedModel model = subject.fit(ToyBeats.separable().draw(ClassifierSubject.SEED));
        model.close();
        model.close();
    }

    private static void returnsMemory(ClassifierSubject subject) throws InterruptedException {
        subject.model();
        WeakReference<?>[] kept = used(subject);
        long before = usedMemory();
        for (int round = 0; round < ROUNDS; round++) {
            used(subject);
        }
        long grown = usedMemory() - before;
        Expect.that(
                grown < ROUNDS * KEPT_PER_ROUND,
                "after %d models that were closed, %.1f MB more are in use",
                ROUNDS,
                grown / 1e6);
        for (int patience = 0; patience < 20 && Stream.of(kept).anyMatch(one -> one.get() != null); patience++) {
            System.gc();
            Thread.sleep(50);
        }
        Expect.that(kept[0].get() == null, "something still holds the training beats of a model that was closed");
        Expect.that(kept[1].get() == null, "something still holds a model that was closed");
    }

    /** Fits, asks and closes a model; in a method of its own, so that nothing here holds it any more. */
    private static WeakReference<?>[] used(ClassifierSubject subject) {
        Beats training = ToyBeats.noisy().draw(ClassifierSubject.SEED);
        TrainedModel model = subject.fit(training);
        model.predict(ClassifierSubject.asked().sealed());
        model.close();
        return new WeakReference<?>[] {new WeakReference<>(training), new WeakReference<>(model)};
    }

    private static long usedMemory() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int turn = 0; turn < 3; turn++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static void leavesNoFiles(ClassifierSubject subject) throws IOException {
        subject.model();
        Path scratch = subject.folder("scratch");
        Path here = Path.of("").toAbsolutePath();
        Set<Path> before = listed(here);
        try (TrainedModel model = subject.fit(
                ToyBeats.separable().draw(ClassifierSubject.SEED),
                subject.settings(),
                Progress.NONE,
                Cancellation.NEVER,
                scratch)) {
            model.predict(
                    ToyBeats.separable().draw(ClassifierSubject.OTHER_SEED).sealed());
        }
        Expect.equal(listed(scratch), Set.of(), "files in the scratch folder");
        Expect.equal(listed(here), before, "files in the working directory");
    }

    static Set<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

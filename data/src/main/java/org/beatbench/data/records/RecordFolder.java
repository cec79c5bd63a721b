package org.beatbench.data.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.ByRecord;
import org.beatbench.data.cache.BeatCache;
import org.beatbench.data.cache.CacheKey;
import org.beatbench.data.recording.LeadChoice;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;

/** A folder of records, read a few at a time. Each record is wrong by itself: all that cannot be used are named together. */
final class RecordFolder {

    /** More threads than this wait for the disk, and each holds a record in memory. */
    private static final int MOST_THREADS = 8;

    private static final int MOST_PROBLEMS = 10;

    private final Path folder;
    private final RecordingSource source;
    private final List<String> records;
    private final LeadSelection leads;
    private final BeatCutter cutter;
    private final String dataset;
    private final String recipe;

    private RecordFolder(
            DatasetInfo info, RecordSettings settings, Path folder, RecordingSource source, List<String> records) {
        this.folder = folder;
        this.source = source;
        this.records = records;
        this.leads = LeadChoice.of(settings.signal());
        this.cutter = BeatCutter.of(settings.resample());
        this.dataset = info.id();
        this.recipe = source.recipe() + ", version " + info.version() + ", signal " + settings.signal() + ", resample "
                + settings.resample() + ", records " + String.join(" ", records);
    }

    /**
     * The records that settings name.
     *
     * @param format reads the recordings of a folder
     * @param remedy what to do if there is no such folder
     * @throws UserError if there is none, or no record in it
     */
    static RecordFolder of(
            DatasetInfo info,
            RecordSettings settings,
            DatasetContext context,
            Function<Path, RecordingSource> format,
            String remedy)
            throws IOException {
        Path folder = settings.folder().isEmpty() ? context.folder().resolve(info.id()) : Path.of(settings.folder());
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + " does not exist, so there are no records", remedy);
        }
        RecordingSource source = format.apply(folder);
        return new RecordFolder(info, settings, folder, source, source.names());
    }

    /** The names of the records. */
    List<String> names() {
        return records;
    }

    /** The beats of all records, in the order of the records; from the cache if that has them. */
    Beats beats(DatasetContext context) throws IOException {
        context.cancellation().check();
        List<Path> files = new ArrayList<>();
        for (String record : records) {
            files.addAll(source.files(record));
        }
        return BeatCache.ofUser().load(CacheKey.of(dataset, recipe, files), folder, () -> cut(context));
    }

    /** What is taken for granted; a sentence that is not true of all records begins with those it is true of. */
    List<String> assumptions(DatasetContext context) throws IOException {
        List<List<String>> perRecord = each(records, cutter::assumptions, context);
        Map<String, List<String>> recordsBySentence = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            for (String sentence : perRecord.get(i)) {
                recordsBySentence
                        .computeIfAbsent(sentence, key -> new ArrayList<>())
                        .add(records.get(i));
            }
        }
        List<String> sentences = new ArrayList<>();
        recordsBySentence.forEach(
                (sentence, of) -> sentences.add(of.size() == records.size() ? sentence : named(of) + ": " + sentence));
        return sentences;
    }

    private String named(List<String> of) {
        List<String> others = new ArrayList<>(records);
        others.removeAll(of);
        return of.size() <= others.size()
                ? (of.size() == 1 ? "Record " : "Records ") + String.join(", ", of)
                : "All records but " + String.join(", ", others);
    }

    /** The beats of all records, read and cut now. */
    Beats cut(DatasetContext context) throws IOException {
        Beats.Builder all = Beats.builder(BeatClass.names(), BeatCutter.LENGTH);
        for (Beats beats : each(records, cutter::cut, context)) {
            for (int row = 0; row < beats.size(); row++) {
                all.add(beats.samples().row(row), beats.beat(row));
            }
        }
        return all.build();
    }

    /** Some beats of these records, cut from disturbed recordings; see {@link PerturbableProvider#perturbed}. */
    List<Beats> perturbed(Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException {
        ByRecord divided = ByRecord.of(chosen);
        for (String record : divided.records()) {
            if (!records.contains(record)) {
                throw new UserError(
                        "there is no record " + record + " in " + folder + " any more",
                        "run the experiment again: the records changed meanwhile");
            }
        }
        return divided.together(each(
                divided.records(),
                recording -> cutter.disturbed(recording, divided.beats(recording.name()), perturbations, seed),
                context));
    }

    /** Something made of each of some records, in their order. */
    private <T> List<T> each(List<String> wanted, Function<Recording, T> work, DatasetContext context)
            throws IOException {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> parts = new ArrayList<>();
            for (String record : wanted) {
                parts.add(executor.submit(() -> {
                    context.cancellation().check();
                    return work.apply(source.open(record, leads));
                }));
            }
            return collected(parts, context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + folder, e);
        } finally {
            executor.shutdownNow();
        }
    }

    private <T> List<T> collected(List<Future<T>> parts, DatasetContext context)
            throws IOException, InterruptedException {
        List<T> all = new ArrayList<>();
        List<UserError> problems = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            context.cancellation().check();
            try {
                all.add(parts.get(i).get());
            } catch (ExecutionException e) {
                problems.add(userError(e));
            }
            context.progress().advanced("record", i + 1, parts.size());
        }
        failIfWrong(problems);
        return all;
    }

    private static UserError userError(ExecutionException failure) throws IOException {
        Throwable cause = failure.getCause();
        if (cause instanceof UserError error) {
            return error;
        }
        if (cause instanceof IOException error) {
            throw error;
        }
        if (cause instanceof RuntimeException error) {
            throw error;
        }
        throw new IllegalStateException(failure);
    }

    private void failIfWrong(List<UserError> problems) {
        if (problems.size() == 1) {
            throw problems.get(0);
        }
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>();
            problems.stream().limit(MOST_PROBLEMS).map(UserError::getMessage).forEach(lines::add);
            if (problems.size() > MOST_PROBLEMS) {
                lines.add("and " + (problems.size() - MOST_PROBLEMS) + " more records");
            }
            throw UserError.of(
                    problems.size() + " of " + records.size() + " records in " + folder + " cannot be used",
                    lines,
                    problems.get(0).hint());
        }
    }
}

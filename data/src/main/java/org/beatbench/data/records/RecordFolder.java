package org.beatbench.data.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.InputContract;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.beats.ByRecord;
import org.beatbench.data.cache.BeatCache;
import org.beatbench.data.cache.CacheKey;
import org.beatbench.data.context.ContextCutter;
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
    private final Map<String, String> subjects;
    private final LeadSelection leads;
    private final BeatCutter rows;
    private final ContextCutter cutter;
    private final BeatEnd end;
    private final boolean skipsBad;
    private final String dataset;
    private final String recipe;

    private RecordFolder(
            DatasetInfo info,
            RecordSettings settings,
            RecordChoice choice,
            BeatEnd end,
            Path folder,
            RecordingSource source,
            List<String> records,
            Map<String, String> subjects) {
        this.folder = folder;
        this.source = source;
        this.records = records;
        this.subjects = subjects;
        this.leads = settings.leads();
        this.rows = BeatCutter.of(end, settings.resample());
        this.cutter = new ContextCutter(rows, settings.form(), settings.reference());
        this.end = end;
        this.skipsBad = choice.badRecords() == BadRecords.SKIP;
        this.dataset = info.id();
        this.recipe = source.recipe() + ", version " + info.version() + ", signal " + settings.signal() + ", resample "
                + settings.resample() + ", form " + settings.form() + ", reference " + settings.reference() + ", bad "
                + choice.badRecords() + ", subjects " + subjects + ", records "
                + String.join(" ", records);
    }

    /**
     * The records that settings name.
     *
     * @param end by what a beat ends
     * @param format reads the recordings of a folder
     * @param remedy what to do if there is no such folder
     * @throws UserError if there is none, or no record in it, or the choice is none
     */
    static RecordFolder of(
            DatasetInfo info,
            RecordSettings settings,
            RecordChoice choice,
            BeatEnd end,
            DatasetContext context,
            Function<Path, RecordingSource> format,
            String remedy)
            throws IOException {
        Path folder = settings.folder().isEmpty() ? context.folder().resolve(info.id()) : Path.of(settings.folder());
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + " does not exist, so there are no records", remedy);
        }
        RecordingSource source = format.apply(folder);
        List<String> all = source.names();
        List<String> chosen = choice.of(folder, all);
        Map<String, String> subjects = SubjectsFile.read(folder, choice.subjects(), all, chosen);
        return new RecordFolder(info, settings, choice, end, folder, source, chosen, subjects);
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

    /** How the beats are made; a sentence that is not true of all records begins with those it is true of. */
    Provenance provenance(DatasetContext context) throws IOException {
        Map<String, UserError> bad = new TreeMap<>();
        Map<String, Findings> perRecord = each(records, this::findings, context, bad);
        List<String> assumptions = together(perRecord, Findings::sentences, false);
        List<String> warnings = new ArrayList<>(source.warnings());
        warnings.addAll(together(perRecord, Findings::warnings, true));
        Optional<String> differing = differingLeads(perRecord);
        // The published recipe takes the first signal, whatever it is, and the sentences say which that is.
        if (end != BeatEnd.NEXT_ANNOTATION) {
            differing.ifPresent(warnings::add);
        }
        bad.forEach((record, problem) ->
                warnings.add("Record " + record + " cannot be used and is left out: " + problem.getMessage()));
        assumptions.addAll(warnings);
        boolean takesRecordsForSubjects = perRecord.values().stream().anyMatch(findings -> !findings.knowsSubject());
        return new Provenance(assumptions, warnings, takesRecordsForSubjects, Optional.of(input(perRecord.values())));
    }

    private InputContract input(Collection<Findings> records) {
        int looked = records.stream()
                .mapToInt(findings -> findings.leads().size())
                .min()
                .orElseThrow();
        List<List<String>> names = IntStream.range(0, looked)
                .mapToObj(place -> frequent(records.stream()
                        .map(findings -> findings.leads().get(place).name().strip())
                        .toList()))
                .toList();
        return cutter.surroundings().input(names);
    }

    /** Each of some names once, the most frequent first. */
    private static List<String> frequent(List<String> names) {
        return names.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> -Collections.frequency(names, name)))
                .toList();
    }

    private Findings findings(Recording recording) {
        List<String> sentences = new ArrayList<>(cutter.assumptions(recording));
        Recording told = told(recording);
        sentences.add(
                told.subject().isEmpty()
                        ? "The record is taken for a person of its own."
                        : "The record is of subject " + told.subject() + ".");
        List<String> warnings = new ArrayList<>(recording.warnings());
        rows.withoutBeats(recording).ifPresent(warnings::add);
        return new Findings(
                sentences, warnings, recording.leads().kept(), !told.subject().isEmpty());
    }

    /** A recording with the subject that the user tells, or else that of its file; without any if neither tells. */
    private Recording told(Recording recording) {
        return recording.of(subjects.getOrDefault(recording.name(), recording.subject()));
    }

    /** A recording with a subject: where nothing tells whose it is, it is taken for a person. */
    private Recording owned(Recording recording) {
        Recording told = told(recording);
        return told.subject().isEmpty() ? told.of(recording.name()) : told;
    }

    /**
     * Each sentence once, with the records that it is true of.
     *
     * @param isByName whether they are named even if it is true of all
     */
    private static List<String> together(
            Map<String, Findings> perRecord, Function<Findings, List<String>> which, boolean isByName) {
        Map<String, List<String>> recordsBySentence = new LinkedHashMap<>();
        perRecord.forEach((record, findings) -> which.apply(findings).forEach(sentence -> recordsBySentence
                .computeIfAbsent(sentence, key -> new ArrayList<>())
                .add(record)));
        List<String> sentences = new ArrayList<>();
        recordsBySentence.forEach((sentence, of) -> sentences.add(
                isByName
                        ? named(of) + ": " + sentence
                        : of.size() == perRecord.size() ? sentence : named(of, perRecord.keySet()) + ": " + sentence));
        return sentences;
    }

    private Optional<String> differingLeads(Map<String, Findings> perRecord) {
        Map<String, List<String>> recordsByLead = new LinkedHashMap<>();
        perRecord.forEach((record, findings) -> recordsByLead
                .computeIfAbsent(findings.lead(), key -> new ArrayList<>())
                .add(record));
        return recordsByLead.size() < 2
                ? Optional.empty()
                : Optional.of("The beats come from different leads: "
                        + recordsByLead.entrySet().stream()
                                .map(lead -> lead.getKey() + " in " + inRecords(lead.getValue()))
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private static String inRecords(List<String> of) {
        return of.size() == 1
                ? "record " + of.get(0)
                : of.size() <= MOST_PROBLEMS ? "records " + String.join(", ", of) : of.size() + " records";
    }

    private static String named(List<String> of, Collection<String> all) {
        List<String> others = new ArrayList<>(all);
        others.removeAll(of);
        return of.size() <= others.size() ? named(of) : "All records but " + String.join(", ", others);
    }

    private static String named(List<String> of) {
        return (of.size() == 1 ? "Record " : "Records ") + String.join(", ", of);
    }

    /** The beats of all records, read and cut now. */
    Beats cut(DatasetContext context) throws IOException {
        return cutter.together(
                List.copyOf(each(records, recording -> cutter.cut(owned(recording)), context, new TreeMap<>())
                        .values()));
    }

    /** Some beats of these records, cut from disturbed recordings; see {@link PerturbableProvider#perturbed}. */
    List<Beats> perturbed(Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException {
        ByRecord divided = ByRecord.of(chosen);
        Map<String, UserError> bad = new TreeMap<>();
        for (String record : divided.records()) {
            if (!records.contains(record)) {
                throw new UserError(
                        "there is no record " + record + " in " + folder + " any more",
                        "run the experiment again: the records changed meanwhile");
            }
        }
        Map<String, List<Beats>> perRecord = each(
                divided.records(),
                recording -> cutter.disturbed(owned(recording), divided.beats(recording.name()), perturbations, seed),
                context,
                bad);
        // Beats were cut from each of them, so none of them was bad then.
        failIfWrong(bad);
        return divided.together(List.copyOf(perRecord.values()));
    }

    /**
     * Something made of each of some records, in their order.
     *
     * @param bad to which those are added that cannot be used, if these are to be left out
     * @throws UserError if they are not, or none can be used
     */
    private <T> Map<String, T> each(
            List<String> wanted, Function<Recording, T> work, DatasetContext context, Map<String, UserError> bad)
            throws IOException {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Map<String, Future<T>> parts = new LinkedHashMap<>();
            for (String record : wanted) {
                parts.put(record, executor.submit(() -> {
                    context.cancellation().check();
                    return work.apply(source.open(record, leads));
                }));
            }
            return collected(parts, context, bad);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + folder, e);
        } finally {
            executor.shutdownNow();
        }
    }

    private <T> Map<String, T> collected(
            Map<String, Future<T>> parts, DatasetContext context, Map<String, UserError> bad)
            throws IOException, InterruptedException {
        Map<String, T> all = new LinkedHashMap<>();
        int done = 0;
        for (Map.Entry<String, Future<T>> part : parts.entrySet()) {
            context.cancellation().check();
            try {
                all.put(part.getKey(), part.getValue().get());
            } catch (ExecutionException e) {
                bad.put(part.getKey(), userError(e));
            }
            context.progress().advanced("record", ++done, parts.size());
        }
        if (!skipsBad || all.isEmpty()) {
            failIfWrong(bad);
        }
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

    private void failIfWrong(Map<String, UserError> bad) {
        if (bad.isEmpty()) {
            return;
        }
        List<UserError> problems = List.copyOf(bad.values());
        if (problems.size() == 1) {
            throw problems.get(0);
        }
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

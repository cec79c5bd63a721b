package org.beatbench.results;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beatbench.answers.Answers;
import org.beatbench.answers.AnswersFile;
import org.beatbench.api.Epoch;
import org.beatbench.api.UserError;
import org.beatbench.calibration.Temperature;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Inquiries;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.beatbench.inquiry.Findings;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.protocol.Protocols;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a record is written: {@code run.json}, with the answers, the epochs and what came of inquiries beside it and their hashes in
 * it.
 */
final class RunFile {

    static final String NAME = "run.json";

    private static final int FORMAT = 1;
    private static final String TEST = "test.csv.gz";
    private static final String VALIDATION = "validation.csv.gz";
    private static final String EPOCHS = "epochs.csv";
    static final String LOG = "log.txt";
    private static final String ANSWERS = "answers";

    private RunFile() {}

    private record Stored(
            int format, Trial trial, Instant started, Environment environment, int looks, JsonNode outcome) {}

    private record StoredPlan(int format, Plan plan) {}

    /** The hashes of inquiries' files follow, those of each under its {@link Inquiry#part}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record StoredCompleted(
            String kind,
            Costs costs,
            Map<String, String> answers,
            @Nullable Double temperature,
            @Nullable String epochs) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record StoredFailed(String kind, @Nullable String epochs, String stage, String message, String trace) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record StoredStopped(String kind, @Nullable String epochs, String message) {}

    /** Writes a record; the files of one that was read are moved, as they are. */
    static void write(RunRecord run, Path folder) throws IOException {
        Optional<RecordFiles> files =
                run.outcome() instanceof Outcome.Completed completed ? completed.files() : Optional.empty();
        JsonNode outcome = files.isPresent() ? moved(files.get(), folder) : stored(run.outcome(), folder);
        Stored stored = new Stored(FORMAT, run.trial(), run.started(), run.environment(), run.looks(), outcome);
        Files.writeString(
                folder.resolve(NAME), JsonFile.text(stored, written -> StoredTrial.write(written.path("trial"))));
        if (!run.log().isEmpty()) {
            Files.writeString(folder.resolve(LOG), run.log());
        }
    }

    static RunRecord read(Path folder) throws IOException {
        Stored stored = stored(folder);
        return new RunRecord(
                stored.trial(),
                outcome(stored.outcome(), folder),
                stored.environment(),
                stored.started(),
                stored.looks(),
                log(folder.resolve(LOG)));
    }

    /** No score rests on it, so it has no hash, and may be deleted. */
    private static String log(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    private static Stored stored(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Stored stored = JsonFile.read(file, Stored.class, FORMAT, remedy(file), RunFile::completeOldRecord);
        requireKey(stored.trial(), file);
        return stored;
    }

    static String text(Plan plan) {
        return JsonFile.text(
                new StoredPlan(FORMAT, plan), written -> trials(written).forEach(StoredTrial::write));
    }

    static Plan plan(Path file) throws IOException {
        Plan plan = JsonFile.read(file, StoredPlan.class, FORMAT, remedy(file), RunFile::completeOldPlan)
                .plan();
        plan.trials().forEach(trial -> requireKey(trial, file));
        return plan;
    }

    /** A trial that cannot be run, because nobody knows what it asks for, has no key. */
    private static void requireKey(Trial trial, Path file) {
        if (!trial.protocol().contains("/")) {
            throw damaged(file, "no version of a protocol: " + trial.protocol());
        }
        try {
            Protocols.of(trial.protocolId());
            trial.key();
        } catch (UserError e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    /** Earlier plans know no mean beats and no known failures, and have trials of earlier forms. */
    private static void completeOldPlan(JsonNode written) {
        trials(written).forEach(StoredTrial::read);
        if (written.path("plan") instanceof ObjectNode plan) {
            if (!plan.has("means")) {
                plan.putArray("means");
            }
            if (!plan.has("knownFailures")) {
                plan.putObject("knownFailures");
            }
        }
    }

    private static JsonNode trials(JsonNode plan) {
        return plan.path("plan").path("trials");
    }

    private static JsonNode moved(RecordFiles files, Path folder) throws IOException {
        JsonNode outcome = stored(files.folder()).outcome();
        for (String name : files.hashes().keySet()) {
            Path target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            Files.move(files.file(name), target);
        }
        FolderTree.delete(files.folder());
        return outcome;
    }

    private static JsonNode stored(Outcome outcome, Path folder) throws IOException {
        String epochs = writeEpochs(outcome.epochs(), folder);
        if (outcome instanceof Outcome.Completed completed) {
            return stored(completed, epochs, folder);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return JsonFile.tree(new StoredFailed("failed", epochs, failed.stage(), failed.message(), failed.trace()));
        }
        return JsonFile.tree(new StoredStopped("stopped", epochs, ((Outcome.Stopped) outcome).reason()));
    }

    private static JsonNode stored(Outcome.Completed completed, @Nullable String epochs, Path folder)
            throws IOException {
        Map<String, Map<String, String>> hashes = new TreeMap<>();
        AnswersFile.write(completed.test(), folder.resolve(TEST));
        add(hashes, ANSWERS, TEST, folder);
        if (!completed.validation().isEmpty()) {
            AnswersFile.write(completed.validation(), folder.resolve(VALIDATION));
            add(hashes, ANSWERS, VALIDATION, folder);
        }
        for (Inquiry<?> inquiry : Inquiries.all()) {
            for (String name : written(inquiry, completed, folder)) {
                add(hashes, inquiry.part(), name, folder);
            }
        }
        boolean calibrated = completed.temperature() != Temperature.NEUTRAL.value();
        ObjectNode stored = JsonFile.tree(new StoredCompleted(
                "completed",
                completed.costs(),
                requireNonNull(hashes.remove(ANSWERS), "a completed trial has answers"),
                calibrated ? completed.temperature() : null,
                epochs));
        hashes.forEach((part, files) -> files.forEach(stored.withObjectProperty(part)::put));
        return stored;
    }

    private static <F extends Findings> List<String> written(
            Inquiry<F> inquiry, Outcome.Completed completed, Path folder) throws IOException {
        F findings = completed.findings(inquiry).orElse(null);
        return findings == null
                ? List.of()
                : inquiry.write(findings, completed.test().classes(), folder);
    }

    private static void add(Map<String, Map<String, String>> hashes, String part, String name, Path folder)
            throws IOException {
        hashes.computeIfAbsent(part, any -> new TreeMap<>()).put(name, Hash.of(folder.resolve(name)));
    }

    private static Outcome outcome(JsonNode written, Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        String kind = written.path("kind").asString("");
        switch (kind) {
            case "completed" -> {
                return completed(JsonFile.part(written, StoredCompleted.class, file, remedy(file)), written, folder);
            }
            case "failed" -> {
                StoredFailed stored = JsonFile.part(written, StoredFailed.class, file, remedy(file));
                return new Outcome.Failed(
                        stored.stage(), stored.message(), stored.trace(), readEpochs(folder, stored.epochs()));
            }
            case "stopped" -> {
                StoredStopped stored = JsonFile.part(written, StoredStopped.class, file, remedy(file));
                return new Outcome.Stopped(stored.message(), readEpochs(folder, stored.epochs()));
            }
            default -> throw damaged(file, "unknown outcome " + kind);
        }
    }

    private static Outcome completed(StoredCompleted stored, JsonNode written, Path folder) {
        Map<String, String> hashes = new TreeMap<>(stored.answers());
        if (stored.epochs() != null) {
            hashes.put(EPOCHS, stored.epochs());
        }
        Map<String, Inquiry<?>> asked = new TreeMap<>();
        for (Inquiry<?> inquiry : Inquiries.all()) {
            written.path(inquiry.part()).properties().forEach(hash -> {
                if (inquiry.owns(hash.getKey())) {
                    hashes.put(hash.getKey(), hash.getValue().asString());
                    asked.put(inquiry.id(), inquiry);
                }
            });
        }
        RecordFiles files = new RecordFiles(folder, hashes);
        Later<Answers> test = Later.of(() -> AnswersFile.read(files.file(TEST)));
        Map<String, Later<Findings>> findings = new TreeMap<>();
        asked.forEach((id, inquiry) ->
                findings.put(id, Later.of(() -> inquiry.read(files, test.get().classes()))));
        files.requireAll();
        return new Outcome.Completed(
                stored.costs(),
                temperature(stored, folder),
                Later.of(() -> files.contains(VALIDATION)
                        ? AnswersFile.read(files.file(VALIDATION))
                        : test.get().none()),
                test,
                Later.of(() -> readEpochs(files)),
                findings,
                Optional.of(files));
    }

    private static double temperature(StoredCompleted stored, Path folder) {
        Double temperature = stored.temperature();
        if (temperature == null) {
            return Temperature.NEUTRAL.value();
        }
        if (!(temperature > 0)) {
            throw damaged(folder.resolve(NAME), "temperature must be above 0: " + temperature);
        }
        return temperature;
    }

    /** The hash of the epochs, which are written; of no epochs there is neither file nor hash. */
    private static @Nullable String writeEpochs(List<Epoch> epochs, Path folder) throws IOException {
        if (epochs.isEmpty()) {
            return null;
        }
        Path file = folder.resolve(EPOCHS);
        EpochsFile.write(epochs, file);
        return Hash.of(file);
    }

    private static List<Epoch> readEpochs(Path folder, @Nullable String hash) throws IOException {
        return readEpochs(new RecordFiles(folder, hash == null ? Map.of() : Map.of(EPOCHS, hash)));
    }

    private static List<Epoch> readEpochs(RecordFiles files) throws IOException {
        return files.contains(EPOCHS) ? EpochsFile.read(files.file(EPOCHS)) : List.of();
    }

    /** The first records do not say which commit they were made with, which stays unknown. */
    private static void completeOldRecord(JsonNode written) {
        if (written.path("environment") instanceof ObjectNode environment && !environment.has("commit")) {
            environment.put("commit", "");
        }
        StoredTrial.read(written.path("trial"));
    }

    static UserError damaged(Path file, String why) {
        return JsonFile.damaged(file, why, remedy(file));
    }

    /** A plan is written anew by every run; a trial must go, or it is taken for done. */
    private static String remedy(Path file) {
        return file.endsWith(NAME)
                ? "delete the folder " + file.getParent() + " and run the experiment again"
                : "run the experiment again; the trials that are stored are kept";
    }
}

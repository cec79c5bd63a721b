package org.beatbench.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Epoch;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.calibration.Calibration;
import org.beatbench.calibration.Temperature;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.robustness.PerturbationLadder;
import org.beatbench.saliency.Saliency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a record is written: {@code run.json}, with the answers and the epochs beside it and their hashes in it. */
final class RunFile {

    static final String NAME = "run.json";

    private static final int FORMAT = 1;
    private static final String TEST = "test.csv.gz";
    private static final String VALIDATION = "validation.csv.gz";
    private static final String DISTURBED = "robustness";
    private static final String EPOCHS = "epochs.csv";

    private RunFile() {}

    private record Stored(
            int format, Trial trial, Instant started, Environment environment, int looks, StoredOutcome outcome) {}

    private record StoredPlan(int format, Plan plan) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record StoredOutcome(
            String kind,
            @Nullable Costs costs,
            @Nullable Map<String, String> answers,
            @Nullable Double temperature,
            @Nullable String epochs,
            @Nullable Map<String, String> saliency,
            @Nullable String stage,
            @Nullable String message,
            @Nullable String trace) {}

    static void write(RunRecord run, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(NAME),
                JsonFile.text(new Stored(
                        FORMAT,
                        run.trial(),
                        run.started(),
                        run.environment(),
                        run.looks(),
                        stored(run.outcome(), folder))));
    }

    static RunRecord read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Stored stored = JsonFile.read(file, Stored.class, FORMAT, remedy(file), RunFile::completeOldRecord);
        requireKey(stored.trial(), file);
        return new RunRecord(
                stored.trial(),
                outcome(stored.outcome(), folder),
                stored.environment(),
                stored.started(),
                stored.looks());
    }

    static String text(Plan plan) {
        return JsonFile.text(new StoredPlan(FORMAT, plan));
    }

    static Plan plan(Path file) throws IOException {
        StoredPlan stored = JsonFile.read(file, StoredPlan.class, FORMAT, remedy(file), written -> written.path("plan")
                .path("trials")
                .forEach(RunFile::completeOldTrial));
        stored.plan().trials().forEach(trial -> requireKey(trial, file));
        return stored.plan();
    }

    /** A trial that cannot be run, because nobody knows what it asks for, has no key. */
    private static void requireKey(Trial trial, Path file) {
        try {
            trial.key();
        } catch (UserError e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static StoredOutcome stored(Outcome outcome, Path folder) throws IOException {
        String epochs = writeEpochs(outcome.epochs(), folder);
        if (outcome instanceof Outcome.Completed completed) {
            Map<String, String> hashes = new TreeMap<>();
            writeAnswers(completed.test(), folder, TEST, hashes);
            if (completed.validation().size() > 0) {
                writeAnswers(completed.validation(), folder, VALIDATION, hashes);
            }
            if (!completed.disturbed().isEmpty()) {
                Files.createDirectory(folder.resolve(DISTURBED));
            }
            for (Map.Entry<String, Answers> disturbed : completed.disturbed().entrySet()) {
                writeAnswers(disturbed.getValue(), folder, file(disturbed.getKey()), hashes);
            }
            boolean calibrated = completed.temperature() != Temperature.NEUTRAL.value();
            return new StoredOutcome(
                    "completed",
                    completed.costs(),
                    hashes,
                    calibrated ? completed.temperature() : null,
                    epochs,
                    writeSaliency(completed, folder),
                    null,
                    null,
                    null);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return new StoredOutcome(
                    "failed", null, null, null, epochs, null, failed.stage(), failed.message(), failed.trace());
        }
        return new StoredOutcome(
                "stopped", null, null, null, epochs, null, null, ((Outcome.Stopped) outcome).reason(), null);
    }

    private static Outcome outcome(StoredOutcome stored, Path folder) throws IOException {
        List<Epoch> epochs = readEpochs(folder, stored);
        switch (stored.kind()) {
            case "completed" -> {
                Map<String, String> hashes = said(stored.answers(), "answers", folder);
                Answers test = readAnswers(folder, TEST, hashes);
                Answers validation =
                        hashes.containsKey(VALIDATION) ? readAnswers(folder, VALIDATION, hashes) : test.none();
                return new Outcome.Completed(
                        validation,
                        test,
                        said(stored.costs(), "costs", folder),
                        temperature(stored, folder),
                        epochs,
                        disturbed(hashes, folder),
                        readSaliency(folder, test.classes(), stored));
            }
            case "failed" -> {
                return new Outcome.Failed(
                        said(stored.stage(), "stage", folder),
                        said(stored.message(), "message", folder),
                        said(stored.trace(), "trace", folder),
                        epochs);
            }
            case "stopped" -> {
                return new Outcome.Stopped(said(stored.message(), "message", folder), epochs);
            }
            default -> throw damaged(folder.resolve(NAME), "unknown outcome " + stored.kind());
        }
    }

    /** What the record of such an outcome must say. */
    private static <T> T said(@Nullable T stored, String what, Path folder) {
        if (stored == null) {
            throw damaged(folder.resolve(NAME), "its " + what + " is missing");
        }
        return stored;
    }

    /** The answers for disturbed beats, in the order of the steps of the ladder. */
    private static Map<String, Answers> disturbed(Map<String, String> hashes, Path folder) throws IOException {
        Map<String, Answers> disturbed = new LinkedHashMap<>();
        for (Perturbation step : PerturbationLadder.STEPS) {
            if (hashes.containsKey(file(step.id()))) {
                disturbed.put(step.id(), readAnswers(folder, file(step.id()), hashes));
            }
        }
        return disturbed;
    }

    private static String file(String disturbance) {
        return DISTURBED + "/" + disturbance + ".csv.gz";
    }

    private static double temperature(StoredOutcome stored, Path folder) {
        Double temperature = stored.temperature();
        if (temperature == null) {
            return Temperature.NEUTRAL.value();
        }
        if (!(temperature > 0)) {
            throw damaged(folder.resolve(NAME), "temperature must be above 0: " + temperature);
        }
        return temperature;
    }

    private static void writeAnswers(Answers answers, Path folder, String name, Map<String, String> hashes)
            throws IOException {
        Path file = folder.resolve(name);
        AnswersFile.write(answers, file);
        hashes.put(name, Hash.of(file));
    }

    private static Answers readAnswers(Path folder, String name, Map<String, String> hashes) throws IOException {
        return AnswersFile.read(unchanged(folder.resolve(name), hashes.get(name)));
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

    private static List<Epoch> readEpochs(Path folder, StoredOutcome stored) throws IOException {
        return stored.epochs() == null
                ? List.of()
                : EpochsFile.read(unchanged(folder.resolve(EPOCHS), stored.epochs()));
    }

    /** The hashes of what a model looks at, which is written; nothing if it was not asked. */
    private static @Nullable Map<String, String> writeSaliency(Outcome.Completed completed, Path folder)
            throws IOException {
        if (completed.saliency().isEmpty()) {
            return null;
        }
        Path drops = folder.resolve(SaliencyFiles.DROPS);
        Path means = folder.resolve(SaliencyFiles.MEANS);
        SaliencyFiles files = new SaliencyFiles(completed.test().classes());
        files.writeDrops(completed.saliency(), drops);
        files.writeMeans(completed.saliency(), means);
        return new TreeMap<>(Map.of(SaliencyFiles.DROPS, Hash.of(drops), SaliencyFiles.MEANS, Hash.of(means)));
    }

    private static Saliency readSaliency(Path folder, List<String> classes, StoredOutcome stored) throws IOException {
        Map<String, String> hashes = stored.saliency();
        return hashes == null
                ? Saliency.NONE
                : new SaliencyFiles(classes)
                        .read(
                                unchanged(folder.resolve(SaliencyFiles.DROPS), hashes.get(SaliencyFiles.DROPS)),
                                unchanged(folder.resolve(SaliencyFiles.MEANS), hashes.get(SaliencyFiles.MEANS)));
    }

    /** The file, if it is still what the trial wrote. */
    private static Path unchanged(Path file, @Nullable String hash) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw damaged(file, "the file is missing");
        }
        if (!Hash.of(file).equals(hash)) {
            throw damaged(file, "it is not what the trial wrote");
        }
        return file;
    }

    /** The first records do not say which commit they were made with, which stays unknown, nor that answers were all that was asked. */
    private static void completeOldRecord(JsonNode written) {
        add(written.path("environment"), "commit", "");
        completeOldTrial(written.path("trial"));
    }

    private static void completeOldTrial(JsonNode trial) {
        add(trial, "calibration", Calibration.NONE.id());
        for (String asked : List.of("robustness", "saliency")) {
            if (trial instanceof ObjectNode written && !written.has(asked)) {
                written.put(asked, 0);
            }
        }
    }

    private static void add(JsonNode object, String name, String value) {
        if (object instanceof ObjectNode written && !written.has(name)) {
            written.put(name, value);
        }
    }

    private static UserError damaged(Path file, String why) {
        return JsonFile.damaged(file, why, remedy(file));
    }

    /** A plan is written anew by every run; a trial must go, or it is taken for done. */
    private static String remedy(Path file) {
        return file.endsWith(NAME)
                ? "delete the folder " + file.getParent() + " and run the experiment again"
                : "run the experiment again; the trials that are stored are kept";
    }
}

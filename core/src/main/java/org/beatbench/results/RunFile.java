package org.beatbench.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a record is written: {@code run.json}, with the answers beside it and their hashes in it. */
final class RunFile {

    static final String NAME = "run.json";

    private static final int FORMAT = 1;
    private static final String TEST = "test.csv.gz";
    private static final String VALIDATION = "validation.csv.gz";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunFile() {}

    private record Stored(
            int format, Trial trial, Instant started, Environment environment, int looks, StoredOutcome outcome) {}

    private record StoredPlan(int format, Plan plan) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record StoredOutcome(
            String kind,
            @Nullable Costs costs,
            @Nullable Map<String, String> answers,
            @Nullable String stage,
            @Nullable String message,
            @Nullable String trace) {}

    static void write(RunRecord run, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(NAME),
                JSON.writeValueAsString(new Stored(
                        FORMAT,
                        run.trial(),
                        run.started(),
                        run.environment(),
                        run.looks(),
                        stored(run.outcome(), folder))));
    }

    static RunRecord read(Path folder) throws IOException {
        Stored stored = parsed(folder.resolve(NAME), Stored.class);
        return new RunRecord(
                stored.trial(),
                outcome(stored.outcome(), folder),
                stored.environment(),
                stored.started(),
                stored.looks());
    }

    static String text(Plan plan) {
        return JSON.writeValueAsString(new StoredPlan(FORMAT, plan));
    }

    static Plan plan(Path file) throws IOException {
        StoredPlan stored = parsed(file, StoredPlan.class);
        return stored.plan();
    }

    private static StoredOutcome stored(Outcome outcome, Path folder) throws IOException {
        if (outcome instanceof Outcome.Completed completed) {
            Map<String, String> hashes = new TreeMap<>();
            writeAnswers(completed.test(), folder, TEST, hashes);
            if (completed.validation().size() > 0) {
                writeAnswers(completed.validation(), folder, VALIDATION, hashes);
            }
            return new StoredOutcome("completed", completed.costs(), hashes, null, null, null);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return new StoredOutcome("failed", null, null, failed.stage(), failed.message(), failed.trace());
        }
        return new StoredOutcome("stopped", null, null, null, ((Outcome.Stopped) outcome).reason(), null);
    }

    private static Outcome outcome(StoredOutcome stored, Path folder) throws IOException {
        switch (stored.kind()) {
            case "completed" -> {
                if (stored.costs() == null || stored.answers() == null) {
                    throw damaged(folder.resolve(NAME), "its costs or answers are missing");
                }
                Answers test = readAnswers(folder, TEST, stored);
                Answers validation = stored.answers().containsKey(VALIDATION)
                        ? readAnswers(folder, VALIDATION, stored)
                        : test.none();
                return new Outcome.Completed(validation, test, stored.costs());
            }
            case "failed" -> {
                return new Outcome.Failed(stored.stage(), stored.message(), stored.trace());
            }
            case "stopped" -> {
                return new Outcome.Stopped(stored.message());
            }
            default -> throw damaged(folder.resolve(NAME), "unknown outcome " + stored.kind());
        }
    }

    private static void writeAnswers(Answers answers, Path folder, String name, Map<String, String> hashes)
            throws IOException {
        Path file = folder.resolve(name);
        AnswersFile.write(answers, file);
        hashes.put(name, Hash.of(file));
    }

    private static Answers readAnswers(Path folder, String name, StoredOutcome stored) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw damaged(file, "the file is missing");
        }
        if (!Hash.of(file).equals(stored.answers().get(name))) {
            throw damaged(file, "it is not what the trial wrote");
        }
        return AnswersFile.read(file);
    }

    private static <T extends Record> T parsed(Path file, Class<T> type) throws IOException {
        try {
            JsonNode written = JSON.readTree(Files.readString(file));
            int format = written.path("format").asInt(FORMAT);
            if (format != FORMAT) {
                throw new UserError(
                        file + " has format " + format + ", this version reads " + FORMAT,
                        "use the version of beatbench that wrote it, or " + remedy(file));
            }
            completeOldRecord(written);
            T stored = JSON.treeToValue(written, type);
            Optional<String> missing = stored == null ? Optional.of("everything") : Completeness.missingIn(stored);
            if (missing.isPresent()) {
                throw damaged(file, missing.get() + " is missing");
            }
            return stored;
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw damaged(file, place + e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw damaged(file, "it is not text in UTF-8");
        }
    }

    /** The first records do not say which commit they were made with: it is unknown. */
    private static void completeOldRecord(JsonNode written) {
        if (written.path("environment") instanceof ObjectNode environment && !environment.has("commit")) {
            environment.put("commit", "");
        }
    }

    private static UserError damaged(Path file, String why) {
        return new UserError(file + " is damaged: " + why, remedy(file));
    }

    /** A plan is written anew by every run; a trial must go, or it is taken for done. */
    private static String remedy(Path file) {
        return file.endsWith(NAME)
                ? "delete the folder " + file.getParent() + " and run the experiment again"
                : "run the experiment again; the trials that are stored are kept";
    }
}

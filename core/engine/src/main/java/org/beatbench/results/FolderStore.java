package org.beatbench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.files.Aside;

/**
 * Results as folders: {@code trials/<key>/} with {@code run.json} and the answers, {@code plan.json}, and the schema of answers. A trial's folder is
 * written aside and renamed, so it is there whole or not at all.
 */
public final class FolderStore implements ResultStore {

    private static final String TRIALS = "trials";
    private static final String PLAN = "plan.json";
    private static final String ANSWERS_SCHEMA = "answers.schema.json";

    private final Path root;
    private final Path trials;

    private FolderStore(Path root) {
        this.root = root;
        this.trials = root.resolve(TRIALS);
    }

    /**
     * The store in a folder, which is made if need be.
     *
     * @throws UserError if the folder cannot be written
     */
    public static FolderStore open(Path root) {
        FolderStore store = new FolderStore(root);
        try {
            Files.createDirectories(store.trials);
            Aside.folder(store.trials).close();
        } catch (IOException e) {
            throw unwritable(root, e);
        }
        return store;
    }

    /**
     * The store in a folder that is only read.
     *
     * @throws UserError if there are no results in it
     */
    public static FolderStore existing(Path root) {
        if (!Files.isRegularFile(root.resolve(PLAN))) {
            throw new UserError("no results in " + root, "run an experiment first: beatbench run");
        }
        return at(root);
    }

    /** The store in a folder that is only read and need not exist. */
    public static FolderStore at(Path root) {
        return new FolderStore(root);
    }

    /** Where a trial's log stands as seen from the folder of the report, which lies in that of the results. */
    public static String logFromReport(Trial trial) {
        return "../" + TRIALS + "/" + trial.key() + "/" + RunFile.LOG;
    }

    /** The folder of this store. */
    public Path root() {
        return root;
    }

    /**
     * Stores what is to be run, in place of an earlier plan, and what the columns of the answers are.
     *
     * @throws UserError if it cannot be written
     */
    public void putPlan(Plan plan) {
        putText(ANSWERS_SCHEMA, AnswersSchema.of(plan.classNames()).json());
        putText(PLAN, RunFile.text(plan));
    }

    /** Whether the folder says of the columns of its answers what {@link #putPlan} says of them. */
    public boolean describesAnswers(Plan plan) throws IOException {
        Path file = root.resolve(ANSWERS_SCHEMA);
        return Files.isRegularFile(file)
                && Arrays.equals(
                        Files.readAllBytes(file),
                        AnswersSchema.of(plan.classNames()).json().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Stores a text beside the plan, whole or not at all, in place of an earlier one.
     *
     * @param name of the file
     * @throws UserError if it cannot be written
     */
    public void putText(String name, String text) {
        Path file = root.resolve(name);
        try (Aside aside = Aside.file(root)) {
            Files.writeString(aside.path(), text);
            aside.publish(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * What an earlier run, if there was one, planned; empty too if it cannot be read, since a plan is written anew by every run.
     *
     * @throws UserError if it cannot be read and answers were imported, which nothing else plans
     */
    public Optional<Plan> earlierPlan() throws IOException {
        try {
            return Files.isRegularFile(root.resolve(PLAN)) ? Optional.of(plan()) : Optional.empty();
        } catch (UserError e) {
            if (holdsImported()) {
                throw new UserError(
                        String.valueOf(e.getMessage()) + "; answers were imported, which it alone knows to belong here",
                        "put the file back; or name another folder with --results, and import them again");
            }
            return Optional.empty();
        }
    }

    private boolean holdsImported() throws IOException {
        for (String key : keys()) {
            if (isImported(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean isImported(String key) throws IOException {
        try {
            return read(key).trial().classifier().wasImported();
        } catch (UserError e) {
            // Whatever it was, it cannot be told any more.
            return false;
        }
    }

    /** What was to be run. */
    public Plan plan() throws IOException {
        return RunFile.plan(root.resolve(PLAN));
    }

    @Override
    public boolean contains(Trial trial) {
        return Files.isRegularFile(folder(trial).resolve(RunFile.NAME));
    }

    @Override
    public Optional<RunRecord> find(Trial trial) throws IOException {
        return contains(trial) ? Optional.of(RunFile.read(folder(trial)).of(trial)) : Optional.empty();
    }

    /** Keys of all trials that are stored, those of earlier versions of the experiment too; sorted. */
    public List<String> keys() throws IOException {
        if (!Files.isDirectory(trials)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(trials)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(RunFile.NAME)))
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * What is stored under a key, with the trial as the record itself describes it.
     *
     * @throws UserError if it is damaged
     */
    public RunRecord read(String key) throws IOException {
        return RunFile.read(trials.resolve(key));
    }

    /** The SHA-256 of a stored record, which holds those of its answers. */
    public String hash(Trial trial) throws IOException {
        return Hash.of(folder(trial).resolve(RunFile.NAME));
    }

    /** The records of those of some trials that are stored, in their order. */
    public List<RunRecord> all(List<Trial> planned) throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        for (Trial trial : planned) {
            find(trial).ifPresent(runs::add);
        }
        return runs;
    }

    /** As {@link #all}, of the trials of a plan, with all that they have to tell read already, by all processors, for unpacking takes a while. */
    public List<RunRecord> allRead(Plan plan) throws IOException {
        List<RunRecord> runs = all(plan.trials());
        runs.parallelStream().forEach(FolderStore::readIfWhole);
        // Of several damaged ones the first of the plan is named, whichever was read first.
        runs.forEach(RunRecord::readAll);
        return runs;
    }

    private static void readIfWhole(RunRecord run) {
        try {
            run.readAll();
        } catch (UserError | UncheckedIOException e) {
            // It is read again where its turn is, and fails again.
        }
    }

    @Override
    public RunRecord put(RunRecord run) {
        Path folder = folder(run.trial());
        try (Aside aside = Aside.folder(trials)) {
            Path whole = Files.createDirectory(aside.path().resolve("trial"));
            RunFile.write(run, whole);
            if (Files.exists(folder)) {
                // Out of the way in one step: half of it would be taken for a damaged one.
                Files.move(folder, aside.path().resolve("earlier"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(whole, folder, StandardCopyOption.ATOMIC_MOVE);
            boolean isMoved = run.outcome() instanceof Outcome.Completed completed
                    && completed.files().isPresent();
            return isMoved ? RunFile.read(folder).of(run.trial()) : run;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** A new folder for records that will be put here, on the same disk. */
    public Aside desk() {
        try {
            return Aside.folder(trials);
        } catch (IOException e) {
            throw unwritable(trials, e);
        }
    }

    private static UserError unwritable(Path target, IOException cause) {
        return UserError.unwritable(
                target,
                cause,
                "make room or get permission, or name another folder with --results; what is stored already is kept");
    }

    private Path folder(Trial trial) {
        return trials.resolve(trial.key());
    }
}

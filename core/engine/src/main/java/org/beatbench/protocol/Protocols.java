package org.beatbench.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;

/** The protocols there are, from the leakiest to the strictest. */
public final class Protocols {

    /** The protocol that tests on another data set. */
    public static final String ACROSS = Across.ID;

    private static final int MOST_FOLDS = 999;
    private static final Pattern FOLDS = Pattern.compile(BySubject.ID + "-([1-9][0-9]{0,2})");
    private static final List<Protocol> ALL = List.of(
            new OversampledFirst(),
            new ByBeat(),
            new OwnFolds(Optional.empty()),
            new OneFoldBySubject(),
            new BySubject(BySubject.USUAL_FOLDS),
            new OwnSubjectFolds(Optional.empty()),
            new DeChazal(),
            new Across());

    private Protocols() {}

    /** All protocols, from the leakiest to the strictest. */
    public static List<Protocol> all() {
        return ALL;
    }

    /**
     * A protocol by its id.
     *
     * @param id one of {@link #all()}, or {@code patients-k} for k folds, such as {@code patients-10}
     * @throws UserError if there is none, with the one that may have been meant
     */
    public static Protocol of(String id) {
        String current = current(id);
        Matcher folds = FOLDS.matcher(current);
        if (folds.matches() && !folds.group(1).equals("1")) {
            return patients(Integer.parseInt(folds.group(1)));
        }
        return ALL.stream()
                .filter(protocol -> protocol.id().equals(current))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "protocol", id, ALL.stream().map(Protocol::id).toList()));
    }

    /**
     * The id that a protocol has now: {@code copies} was called {@code seed} at first, as is the number that random draws begin
     * with, and is found by that name in older experiments, results and commands.
     *
     * @param id with or without a version behind it, such as {@code seed/1}
     */
    public static String current(String id) {
        return renamed(id, OversampledFirst.FIRST_ID, OversampledFirst.ID);
    }

    /** The id that a protocol had at first, likewise: keys are made of it, so that a new name makes no stored trial void. */
    public static String inKeys(String id) {
        return renamed(id, OversampledFirst.ID, OversampledFirst.FIRST_ID);
    }

    private static String renamed(String id, String from, String to) {
        return id.equals(from) || id.startsWith(from + "/") ? to + id.substring(from.length()) : id;
    }

    /**
     * A protocol with the file of folds that it needs, or as it is if it needs none.
     *
     * @param id likewise
     * @param folds the path of the file; may be empty
     * @throws UserError if there is no such protocol, or the file is missing or wrong
     */
    public static Protocol of(String id, String folds) {
        Protocol protocol = of(id);
        if (folds.isEmpty() || !protocol.needsFolds()) {
            return protocol;
        }
        Optional<FoldsFile> file = Optional.of(FoldsFile.read(Path.of(folds)));
        return protocol.bySubject() ? new OwnSubjectFolds(file) : new OwnFolds(file);
    }

    /**
     * The protocol {@code patients} with another number of folds than five.
     *
     * @param folds 2 to 999
     */
    public static Protocol patients(int folds) {
        if (folds < 2 || folds > MOST_FOLDS) {
            throw new IllegalArgumentException("folds must be 2 to " + MOST_FOLDS + ": " + folds);
        }
        return new BySubject(folds);
    }
}

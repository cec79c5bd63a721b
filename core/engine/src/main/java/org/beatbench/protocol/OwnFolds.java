package org.beatbench.protocol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;

/**
 * Protocol {@code folds}: folds that a file of the experimenter's gives, each the test part once.
 *
 * @param file what it says; none where only the protocol is spoken of
 */
record OwnFolds(Optional<FoldsFile> file) implements Protocol {

    static final String ID = "folds";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return version(file);
    }

    @Override
    public String title() {
        return "folds from a file";
    }

    @Override
    public String explanation() {
        return "The folds are those of a file that the experiment names, which gives each row its fold; each fold is the"
                + " test part once while the model learns from the others. What its numbers are good for depends on the"
                + " file: people may be on both sides, which the audit says, and intervals are over beats."
                + " A tenth of the training beats is the validation part; the seed decides which.";
    }

    @Override
    public boolean leaks() {
        return false;
    }

    @Override
    public boolean bySubject() {
        return false;
    }

    @Override
    public boolean needsFolds() {
        return true;
    }

    @Override
    public Set<String> unscored() {
        return Set.of();
    }

    @Override
    public List<Split> splits(Beats beats, long seed) {
        return splits(this, file, beats, (rows, name) -> Strata.of(beats, rows)
                .cut(ByBeat.VALIDATION_SHARE, Draws.of(seed, ID + "/validation/" + name)));
    }

    /** How a validation part is cut from the training rows of a fold. */
    interface Cutter {
        Strata.Cut cut(Selection training, String fold);
    }

    /** The content of the file is a part of the version, so trials know by which folds they were made. */
    static String version(Optional<FoldsFile> file) {
        return "1" + file.map(known -> "-" + known.hash()).orElse("");
    }

    static List<Split> splits(Protocol protocol, Optional<FoldsFile> file, Beats beats, Cutter cutter) {
        Strata.of(beats);
        FoldsFile known = file.orElseThrow(() -> new UserError(
                "protocol " + protocol.id() + " needs a file that says which row is in which fold",
                "name it in an experiment: folds: FILE"));
        List<Split> splits = new ArrayList<>();
        known.rowsByFold(beats, protocol.bySubject()).forEach((name, test) -> {
            BitSet tested = new BitSet();
            test.stream().forEach(tested::set);
            Selection others = Selection.where(beats.size(), row -> !tested.get(row));
            Strata.Cut validation = cutter.cut(others, name);
            splits.add(Split.of(protocol, "fold-" + name, validation.rest(), validation.part(), test));
        });
        return List.copyOf(splits);
    }
}

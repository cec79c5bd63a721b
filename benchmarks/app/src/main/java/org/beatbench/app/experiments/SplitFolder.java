package org.beatbench.app.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.app.shell.Json;
import org.beatbench.data.export.PartExport;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.files.Aside;
import org.beatbench.files.FolderTree;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;

/** The folder of one split, with all that it takes to learn and to answer elsewhere; there whole or not at all. */
final class SplitFolder {

    private final Path folder;

    SplitFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes sure that nothing is lost.
     *
     * @param force whether a split that is there may be replaced
     * @throws UserError if something is there that may not be replaced
     */
    void requireFree(boolean force) throws IOException {
        if (Files.isRegularFile(folder.resolve(SplitManifest.NAME))) {
            if (!force) {
                throw new UserError(
                        "there is already a split in " + folder,
                        "name another folder with --out, or add --force to replace it");
            }
        } else if (Files.exists(folder)
                && !(Files.isDirectory(folder) && FolderTree.names(folder).isEmpty())) {
            throw new UserError(
                    folder + " is there already, and holds no split", "name another folder with --out, or remove it");
        }
    }

    /**
     * Writes a split, in place of an earlier one.
     *
     * @param trial one of the split
     * @param beats the whole data set, in the trial's form
     * @throws UserError if it cannot be written
     */
    void write(String experiment, Trial trial, Split split, Beats beats, Progress progress, Cancellation cancellation) {
        try {
            Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
            Files.createDirectories(parent);
            try (Aside aside = Aside.folder(parent)) {
                Path whole = Files.createDirectory(aside.path().resolve("split"));
                Map<String, SplitManifest.Part> files = new LinkedHashMap<>();
                Parts parts = new Parts(whole, files, cancellation);
                parts.add(
                        "train.csv",
                        split.training(),
                        file -> PartExport.labelled(beats, split.training(), file, progress));
                parts.add(
                        "validation.csv",
                        split.validation(),
                        file -> PartExport.labelled(beats, split.validation(), file, progress));
                parts.add("test.csv", split.test(), file -> PartExport.sealed(beats, split.test(), file, progress));
                Files.writeString(
                        whole.resolve(SplitManifest.NAME), Json.text(manifest(experiment, trial, beats, files)) + "\n");
                FolderTree.delete(folder);
                Files.move(whole, folder);
            }
        } catch (IOException e) {
            throw UserError.unwritable(folder, e, "choose a folder that may be written to and has space enough");
        }
    }

    private static SplitManifest manifest(
            String experiment, Trial trial, Beats beats, Map<String, SplitManifest.Part> files) {
        return new SplitManifest(
                SplitManifest.FORMAT,
                experiment,
                trial.dataset(),
                trial.protocol(),
                trial.split(),
                trial.seed(),
                beats.classes(),
                beats.classes().stream()
                        .filter(Protocols.of(trial.protocolId()).unscored()::contains)
                        .toList(),
                beats.form(),
                files);
    }

    /** Writes one file. */
    private interface Writing {
        void to(Path file);
    }

    /** The files that are written, one after the other. */
    private record Parts(Path folder, Map<String, SplitManifest.Part> files, Cancellation cancellation) {

        void add(String name, Selection rows, Writing writing) throws IOException {
            cancellation.check();
            writing.to(folder.resolve(name));
            files.put(name, new SplitManifest.Part(rows.size(), Hash.of(folder.resolve(name))));
        }
    }
}

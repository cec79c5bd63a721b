package org.beatbench.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.UserError;
import org.beatbench.results.FolderStore;
import org.beatbench.results.JsonFile;

/** The audits of an experiment beside its results, as {@code audit.json}. */
public final class AuditFile {

    private static final String NAME = "audit.json";
    private static final int FORMAT = 1;
    private static final String REMEDY = "delete it; beatbench audit, or the next run, makes it again";

    private AuditFile() {}

    private record Stored(int format, Audits audits) {}

    /**
     * The audits of a store; none if there are none yet.
     *
     * @throws UserError if the file is damaged, or of another version
     */
    public static Audits read(FolderStore store) throws IOException {
        Path file = store.root().resolve(NAME);
        return Files.isRegularFile(file)
                ? JsonFile.read(file, Stored.class, FORMAT, REMEDY).audits()
                : Audits.NONE;
    }

    /** Stores audits, in place of earlier ones. */
    public static void write(Audits audits, FolderStore store) {
        store.putText(NAME, JsonFile.text(new Stored(FORMAT, audits)));
    }
}

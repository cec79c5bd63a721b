package org.beatbench.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;

/**
 * Brings a public database into the data folder. Files that are there with the right checksum are left alone, wrong ones
 * are fetched again, and an interrupted fetch goes on where it stopped when called again.
 */
public final class Fetch {

    static final String SUMS = "SHA256SUMS.txt";

    private static final String RECORDS = "RECORDS";
    // Names come from the server and become paths here: nothing that could lead out of the folder.
    private static final Pattern RECORD = Pattern.compile("[A-Za-z0-9_-]+");

    private final FetchSource source;
    private final RetryPolicy retryPolicy;

    public Fetch(FetchSource source) {
        this(source, RetryPolicy.DEFAULT);
    }

    Fetch(FetchSource source, RetryPolicy retryPolicy) {
        this.source = source;
        this.retryPolicy = retryPolicy;
    }

    /**
     * Fetches what is missing or wrong into {@code data/<id>}.
     *
     * @param data the folder that holds the data sets; created if it does not exist
     * @param progress hears of every file
     * @param cancellation asked several times a second
     * @throws UserError if the server is gone or does not have the files, if what it sends does not have the listed
     *     checksum, or if the folder cannot be written; whole files and parts that have arrived are kept
     * @throws CancelledException if cancelled; the same is kept
     */
    public FetchResult into(Path data, Progress progress, Cancellation cancellation) {
        Path folder = data.resolve(source.id());
        try {
            Files.createDirectories(folder);
            return fetch(folder, new Download(retryPolicy, cancellation), progress, cancellation);
        } catch (IOException e) {
            throw new UserError(
                    words(e, folder),
                    "Make sure that the folder can be written and the disk has room for " + source.size()
                            + ", then give the same command again: what has arrived is kept.");
        }
    }

    private FetchResult fetch(Path folder, Download download, Progress progress, Cancellation cancellation)
            throws IOException {
        Checksums sums = checksums(folder, download);
        if (!sums.knows(RECORDS)) {
            throw wrongPlace(source.url().resolve(SUMS), List.of(RECORDS + " is not listed"));
        }
        int fetched = bring(RECORDS, folder, sums, download) ? 1 : 0;
        List<String> names = names(folder.resolve(RECORDS), sums);
        for (int i = 0; i < names.size(); i++) {
            cancellation.check();
            progress.advanced("fetch " + source.id(), i + 1, names.size() + 1);
            fetched += bring(names.get(i), folder, sums, download) ? 1 : 0;
        }
        progress.advanced("fetch " + source.id(), names.size() + 1, names.size() + 1);
        return new FetchResult(folder, fetched, names.size() + 1 - fetched);
    }

    private Checksums checksums(Path folder, Download download) throws IOException {
        Path target = folder.resolve(SUMS);
        // Without a checksum of its own, a part of an older list could not be told from the beginning of this one.
        Files.deleteIfExists(Download.part(target));
        download.fetch(
                source.url().resolve(SUMS),
                target,
                file -> read(file).isPresent() ? Optional.empty() : Optional.of("not a list of SHA-256 checksums"));
        return read(target).orElseThrow();
    }

    private static Optional<Checksums> read(Path file) throws IOException {
        // Latin 1 reads any bytes, so that a web page in the place of the list is a wrong list and not a decoding
        // error.
        return Checksums.parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    }

    /** Returns whether a file had to be fetched. */
    private boolean bring(String name, Path folder, Checksums sums, Download download) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target) && sums.match(name, target)) {
            return false;
        }
        download.fetch(
                source.url().resolve(name),
                target,
                file -> sums.match(name, file)
                        ? Optional.empty()
                        : Optional.of("its checksum is not the one in " + SUMS));
        return true;
    }

    /** The files to have, record by record, so that the time left can be told from the share of files done. */
    private List<String> names(Path records, Checksums sums) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String record : Files.readAllLines(records, StandardCharsets.ISO_8859_1)) {
            if (!RECORD.matcher(record).matches()) {
                problems.add("not the name of a record: '" + record + "'");
                continue;
            }
            for (String extension : source.extensions()) {
                String name = record + "." + extension;
                names.add(name);
                if (!sums.knows(name)) {
                    problems.add(name + " is not listed in " + SUMS);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw wrongPlace(source.url().resolve(RECORDS), problems);
        }
        return names;
    }

    private UserError wrongPlace(URI file, List<String> problems) {
        return UserError.of(file.toString(), problems, "Check the address; it does not hold " + source.name() + ".");
    }

    private static String words(IOException problem, Path folder) {
        if (problem instanceof FileSystemException at && at.getFile() != null) {
            String reason = at.getReason() == null ? "cannot be written" : at.getReason();
            if (problem instanceof AccessDeniedException) {
                reason = "no permission to write";
            } else if (problem instanceof FileAlreadyExistsException) {
                reason = "is not a folder";
            }
            return at.getFile() + ": " + reason;
        }
        return folder + ": " + problem.getMessage();
    }
}

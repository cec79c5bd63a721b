package org.beatbench.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file or folder in the making. It is made aside, where nobody takes it for finished, and takes its place when it is whole;
 * closed before that, nothing of it remains. Its name says which process makes it: what a killed one left is removed by whoever
 * next makes something in the same folder.
 */
public final class Aside implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

    /** After so long without a change, what cannot be known to be in use is taken for left behind. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(7);

    private final Path path;
    private boolean closed;

    private Aside(Path path) {
        this.path = path;
    }

    /**
     * A file, empty so far.
     *
     * @param folder where it is to stand in the end, under another name
     */
    public static Aside file(Path folder) throws IOException {
        // Not createTempFile, which would keep everybody else from reading the published file.
        return begun(
                Files.createFile(folder.toAbsolutePath().resolve(Maker.current().name())));
    }

    /**
     * A folder, empty so far.
     *
     * @param folder where it, or what is in it, is to stand in the end
     */
    public static Aside folder(Path folder) throws IOException {
        return begun(Files.createDirectory(
                folder.toAbsolutePath().resolve(Maker.current().name())));
    }

    /** A folder for what nobody keeps, in the system's folder for temporary files; for this user's eyes only. */
    public static Aside temporary() throws IOException {
        return begun(Files.createTempDirectory(Maker.current().prefix()));
    }

    /** Removes what earlier processes of this user left among the system's temporary files, and nobody works on any more. */
    public static void sweepTemporary() {
        try {
            temporary().close();
        } catch (IOException e) {
            LOG.debug("no temporary files can be made", e);
        }
    }

    private static Aside begun(Path path) {
        sweep(path);
        return new Aside(path);
    }

    /** Where it is made. */
    public Path path() {
        return path;
    }

    /**
     * Puts it in its place, in one step where the file system can.
     *
     * @param target in the folder that it was made for; a file that stands there is replaced
     */
    public void publish(Path target) throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes what is not in its place; may be called by another thread than the one that writes, and more than once. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            FolderTree.discard(outOfReach());
        }
    }

    /** Under another name nobody who is still writing can add a file while the others are deleted. */
    private Path outOfReach() {
        try {
            return Files.move(path, path.resolveSibling(Maker.current().name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return path;
        }
    }

    /** Removes what is nobody's from the folder of something that this process has made. */
    private static void sweep(Path own) {
        try (Stream<Path> children = Files.list(own.getParent())) {
            UserPrincipal user = Files.getOwner(own);
            List<Path> made =
                    children.filter(child -> Maker.of(child).isPresent()).toList();
            for (Path child : made) {
                // In a folder for everybody, what bears such a name may be a trap that others have set.
                if (Files.getOwner(child, LinkOption.NOFOLLOW_LINKS).equals(user) && isNobodys(child)) {
                    FolderTree.discard(child);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("another process tidies up beside {}, or it cannot be done", own, e);
        }
    }

    private static boolean isNobodys(Path made) throws IOException {
        Maker maker = Maker.of(made).orElseThrow();
        return maker.hasEnded()
                || (!maker.runs() && lastChange(made).isBefore(Instant.now().minus(LEFT_BEHIND)));
    }

    private static Instant lastChange(Path made) throws IOException {
        Instant last = Instant.MIN;
        try (Stream<Path> tree = Files.walk(made)) {
            for (Path file : tree.toList()) {
                Instant change = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                last = change.isAfter(last) ? change : last;
            }
        }
        return last;
    }
}

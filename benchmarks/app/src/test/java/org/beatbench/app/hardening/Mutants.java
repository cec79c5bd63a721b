package org.beatbench.app.hardening;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.files.FolderTree;
import org.beatbench.verification.DifferenceFound;

/**
 * Changes files of every kind that Beatbench reads, and reads them. Whatever is in a file, it is read or refused with a message that
 * names it, soon, and within the memory that Java was given, and leaves nothing among the temporary files.
 */
final class Mutants {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long HUGE = 10L << 30;
    private static final long LARGE = 1L << 30;
    private static final int BLOCK = 1 << 26;

    /** Where fewer mutants are read, as in every build, one of {@value #SOME} kinds is read as a huge file too, and all where there are more. */
    private static final int MANY = 10_000;

    private static final int SOME = 4;

    private final List<FileKind> kinds;
    private final Path failures;
    private final Path temporary;
    private final Set<String> before;
    private final Set<String> faults = new HashSet<>();
    private final Map<String, int[]> counts = new TreeMap<>();
    private volatile String current = "";
    private volatile long began = Long.MAX_VALUE;

    private Mutants(List<FileKind> kinds, Path failures, Path temporary) throws IOException {
        this.kinds = kinds;
        this.failures = failures;
        this.temporary = temporary;
        this.before = names(temporary);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /**
     * Reads mutants in turn of all kinds.
     *
     * @param arguments how many, the number of the first, a folder to work in, and beginnings of names of kinds if not all are wanted
     */
    public static void main(String[] arguments) throws Exception {
        long count = Long.parseLong(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        Path folder = Path.of(arguments[2]);
        FolderTree.delete(folder);
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        System.setProperty("java.io.tmpdir", temporary.toString());
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.createDirectories(files.resolve("results"));
        List<String> wanted = List.of(arguments).subList(3, arguments.length);
        List<FileKind> kinds = FileKinds.in(files).stream()
                .filter(kind -> wanted.isEmpty() || wanted.stream().anyMatch(kind.name()::startsWith))
                .toList();
        Mutants mutants = new Mutants(kinds, Files.createDirectories(folder.resolve("failures")), temporary);
        mutants.watch();
        long start = System.nanoTime();
        mutants.readHuge(count < MANY ? SOME : 1);
        mutants.run(count, first);
        mutants.tell(Duration.ofNanos(System.nanoTime() - start));
        System.exit(mutants.faults.isEmpty() ? 0 : 1);
    }

    /** A thread that ends the process when a mutant takes too long, saying where it is. */
    private void watch() {
        Thread reading = Thread.currentThread();
        Thread watch = new Thread(() -> {
            while (System.nanoTime() - began < LONGEST.toNanos()) {
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    return;
                }
            }
            System.out.println("HANGS: " + current);
            for (StackTraceElement place : reading.getStackTrace()) {
                System.out.println("    at " + place);
            }
            Runtime.getRuntime().halt(2);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** Reads files that are far too large: packed ones come to 10 GB when unpacked, others are of 1 GB, with a hole in them. */
    private void readHuge(int step) throws IOException {
        for (int place = 0; place < kinds.size(); place += step) {
            FileKind kind = kinds.get(place);
            byte[] original = Files.readAllBytes(kind.file());
            try (SeekableByteChannel file = Files.newByteChannel(kind.file(), StandardOpenOption.WRITE)) {
                file.position(file.size());
                if (kind.gzipped()) {
                    // Rows that are answered are read as they come, however many: a single one has no end.
                    String line = kind.seal() == FileKind.UNSEALED ? "0" : lastLine(Gzip.content(original));
                    byte[] block = line.repeat(BLOCK / line.length()).getBytes(StandardCharsets.UTF_8);
                    byte[] packed = Gzip.of(block);
                    for (long left = HUGE; left > 0; left -= block.length) {
                        file.write(ByteBuffer.wrap(packed));
                    }
                } else {
                    file.position(LARGE);
                    file.write(ByteBuffer.wrap(new byte[1]));
                }
            }
            read(kind, "huge");
            restore(kind, original);
        }
    }

    private static String lastLine(byte[] content) {
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n");
        return lines[lines.length - 1] + "\n";
    }

    private void run(long count, long first) throws IOException {
        Map<FileKind, byte[]> originals = new LinkedHashMap<>();
        for (FileKind kind : kinds) {
            originals.put(kind, Files.readAllBytes(kind.file()));
        }
        for (long number = first; number < first + count; number++) {
            FileKind kind = kinds.get((int) (number % kinds.size()));
            byte[] original = originals.get(kind);
            Files.write(kind.file(), mutant(kind, original, originals, new SplittableRandom(number)));
            // A cache is as old as its file says: each mutant is another file.
            Files.setLastModifiedTime(kind.file(), FileTime.from(Instant.EPOCH.plusSeconds(number)));
            read(kind, "mutant " + number);
            restore(kind, original);
        }
    }

    private static void restore(FileKind kind, byte[] original) throws IOException {
        Files.write(kind.file(), original);
        kind.seal().forge();
    }

    /** Reads a file and judges what comes of it. */
    private void read(FileKind kind, String which) throws IOException {
        current = kind.name() + ", " + which;
        boolean read = false;
        try {
            kind.seal().forge();
            began = System.nanoTime();
            kind.reader().read();
            read = true;
        } catch (DifferenceFound refusal) {
            // What verify says.
        } catch (UserError | IOException refusal) {
            if (!String.valueOf(refusal.getMessage()).contains(kind.part())) {
                fault(kind, which, "does not name the file: " + refusal, refusal);
            }
        } catch (Throwable unexpected) {
            fault(kind, which, unexpected.toString(), unexpected);
        }
        began = Long.MAX_VALUE;
        Set<String> left = names(temporary);
        if (!before.containsAll(left)) {
            IllegalStateException problem = new IllegalStateException("leaves temporary files: " + left);
            fault(kind, which, problem.toString(), problem);
        }
        counts.computeIfAbsent(kind.name(), name -> new int[2])[read ? 1 : 0]++;
    }

    private static byte[] mutant(
            FileKind kind, byte[] original, Map<FileKind, byte[]> originals, SplittableRandom random)
            throws IOException {
        List<byte[]> all = List.copyOf(originals.values());
        byte[] other = random.nextBoolean() ? original : all.get(random.nextInt(all.size()));
        if (!kind.gzipped() || random.nextInt(4) == 0) {
            return Mutation.some(original, other, random);
        }
        byte[] content = Gzip.content(original);
        return Gzip.of(Mutation.some(content, content, random));
    }

    private void fault(FileKind kind, String which, String what, Throwable problem) throws IOException {
        String place = Arrays.stream(problem.getStackTrace())
                .map(String::valueOf)
                .filter(step -> step.contains("org.beatbench") && !step.contains("Mutants"))
                .findFirst()
                .orElse("");
        if (faults.add(kind.name() + " " + problem.getClass() + " " + place)) {
            System.out.println("FAULT: " + kind.name() + ", " + which + ": "
                    + what.substring(0, Math.min(300, what.length())).replaceAll("\\s+", " ") + " at " + place);
            if (Files.size(kind.file()) < LARGE) {
                Files.copy(kind.file(), failures.resolve(which.replace(' ', '-')), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void tell(Duration time) {
        int read = 0;
        int refused = 0;
        for (Map.Entry<String, int[]> kind : counts.entrySet()) {
            System.out.printf("%-55s %7d refused %7d read%n", kind.getKey(), kind.getValue()[0], kind.getValue()[1]);
            refused += kind.getValue()[0];
            read += kind.getValue()[1];
        }
        System.out.printf(
                "%d mutants of %d kinds of files in %d s: %d refused, %d read, %d faults%n",
                refused + read, counts.size(), time.toSeconds(), refused, read, faults.size());
    }
}

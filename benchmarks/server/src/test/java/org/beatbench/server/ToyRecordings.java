package org.beatbench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.server.recordings.Recordings;

/** Takes any file for a recording of two beats, but those that say that they are bad. */
public final class ToyRecordings implements Recordings {

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final Queue<Path> places = new ConcurrentLinkedQueue<>();

    /** Names of the files that came, with those of folders. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** Where they were. */
    public List<Path> places() {
        return List.copyOf(places);
    }

    @Override
    public long answer(Path file, Wish wish, String model, Path results, Progress progress, Cancellation cancellation)
            throws IOException {
        places.add(file);
        places.add(results);
        try (Stream<Path> tree = Files.walk(file)) {
            tree.filter(Files::isRegularFile)
                    .map(one -> file.getParent().relativize(one).toString())
                    .sorted()
                    .forEach(received::add);
        }
        String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        if (text.equals("bad at once")) {
            throw new UserError(file + " is bad", "get another");
        }
        progress.advanced("reading", 0, 0);
        if (text.equals("bad later")) {
            throw new UserError(file + " is bad", "get another");
        }
        for (Result result : Result.values()) {
            Files.writeString(
                    results.resolve(result.file()), result == Result.SUMMARY ? "[]\n" : "{\"row\":1}\n{\"row\":2}\n");
        }
        return 2;
    }

    @Override
    public List<String> examples() {
        return List.of("toy.csv");
    }

    @Override
    public void write(String name, Path target) throws IOException {
        Files.writeString(target, "time,II\n");
    }
}

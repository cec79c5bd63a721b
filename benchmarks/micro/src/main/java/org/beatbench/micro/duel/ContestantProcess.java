package org.beatbench.micro.duel;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.beatbench.micro.Library;
import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.SpeedMeasurement;

/**
 * The process of one contestant. It says first what it is, {@code ready LIBRARY}, or why it cannot take part,
 * {@code absent REASON}. Then it obeys one line of standard input after the other until there are no more, and sleeps in
 * between: {@code train BATCH SECONDS}, {@code predict BATCH SECONDS}, {@code single SECONDS}, {@code save FOLDER}. It
 * answers {@code done}, with what it measured as {@code NAME=NUMBER}, in beats per second or microseconds.
 */
final class ContestantProcess {

    private ContestantProcess() {}

    /** Arguments: library, network, folder of the material, threads, seed. */
    public static void main(String[] arguments) throws IOException {
        PrintStream channel = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // What a library prints must not be taken for an answer.
        System.setOut(System.err);
        Library library = Library.of(arguments[0]);
        Network network = Network.of(arguments[1]);
        Optional<String> absence = library.absence();
        if (absence.isPresent()) {
            channel.println("absent " + absence.get());
            return;
        }
        if (!library.has(network)) {
            channel.println("absent " + library.id() + " has no " + network.title());
            return;
        }
        Material material = Material.read(Path.of(arguments[2]));
        try (Contestant contestant =
                library.open(network, material, Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]))) {
            channel.println("ready " + contestant.library());
            SpeedMeasurement measurement = new SpeedMeasurement(contestant, material);
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                channel.println(obey(order, contestant, measurement));
            }
        }
    }

    private static String obey(String order, Contestant contestant, SpeedMeasurement measurement) throws IOException {
        String[] words = order.split(" ", 3);
        return switch (words[0]) {
            case "train" -> "done rate=" + measurement.train(Integer.parseInt(words[1]), seconds(words[2]));
            case "predict" -> "done rate=" + measurement.predict(Integer.parseInt(words[1]), seconds(words[2]));
            case "single" -> {
                SpeedMeasurement.SingleBeatLatency latency = measurement.single(seconds(words[1]));
                yield "done p50=" + latency.median() + " p99=" + latency.percentile99();
            }
            case "save" -> {
                Path folder = Path.of(order.substring("save ".length()));
                Files.createDirectories(folder);
                contestant.save(folder);
                yield "done";
            }
            default -> throw new IllegalArgumentException("unknown order: " + order);
        };
    }

    private static Duration seconds(String text) {
        return Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e9));
    }
}

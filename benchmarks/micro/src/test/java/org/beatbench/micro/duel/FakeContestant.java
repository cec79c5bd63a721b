package org.beatbench.micro.duel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** A contestant that computes nothing, says what it is told to, and keeps a diary. */
final class FakeContestant {

    private FakeContestant() {}

    /** Arguments: name, diary, answer to each order; what comes after is that of every contestant. */
    public static void main(String[] arguments) throws IOException {
        String name = arguments[0];
        Path diary = Path.of(arguments[1]);
        System.out.println(name.equals("shy") ? "absent has stage fright" : "ready Fake " + name);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            Files.writeString(diary, name + " " + order + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (name.equals("clumsy") && order.startsWith("predict")) {
                throw new IllegalStateException(String.format(Locale.ROOT, "%s fell", name));
            }
            System.out.println(arguments[2]);
        }
    }
}

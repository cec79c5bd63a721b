package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeserializationTest {

    /** A process that refuses deserialisation, and then tries it with a list of words. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) throws IOException, ClassNotFoundException {
            Deserialization.refuse();
            System.out.print(read());
        }
    }

    static String read() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("a", "word")));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return String.valueOf(in.readObject());
        } catch (InvalidClassException e) {
            return e.getMessage();
        }
    }

    private static String said(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Reader.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void isRefusedForEveryClass() throws IOException {
        assertThat(said()).isEqualTo("filter status: REJECTED");
    }

    @Test
    void leavesAFilterThatJavaWasStartedWith() throws IOException {
        assertThat(said("-Djdk.serialFilter=java.util.*")).isEqualTo("[a, word]");
        assertThat(said("-Djdk.serialFilter=!java.util.*")).isEqualTo("filter status: REJECTED");
    }
}

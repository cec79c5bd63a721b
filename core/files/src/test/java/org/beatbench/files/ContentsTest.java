package org.beatbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {

    private static final long TOO_MUCH = Runtime.getRuntime().maxMemory() / 16;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("from-anywhere");
    }

    private void pack(long bytes) throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (long left = bytes; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }

    private long unpack() throws IOException {
        try (InputStream in = Contents.unpacked(file, "get it anew")) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void givesTextAndBytes() throws IOException {
        Files.writeString(file, "für");

        assertThat(Contents.text(file, StandardCharsets.UTF_8)).isEqualTo("für");
        assertThat(Contents.bytes(file)).hasSize(4);
        Files.write(file, new byte[] {'f', (byte) 0xfc, 'r'});
        assertThat(Contents.text(file, StandardCharsets.ISO_8859_1)).isEqualTo("für");
        assertThatThrownBy(() -> Contents.text(file, StandardCharsets.UTF_8))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void refusesAFileThatWouldFillTheMemory() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(TOO_MUCH);
        }

        assertThatThrownBy(() -> Contents.bytes(file))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + " holds more than ")
                .hasMessageEndingWith(" MB, too much for the memory that Java may use");
    }

    @Test
    void refusesASmallFileThatComesToMuch() throws IOException {
        pack(1 << 21);
        assertThat(unpack()).isEqualTo(1 << 21);

        pack(TOO_MUCH);
        assertThat(file).satisfies(packed -> assertThat(Files.size(packed)).isLessThan(TOO_MUCH / 100));
        assertThatThrownBy(this::unpack)
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + " holds more than ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 12, 500})
    void saysThatAPackedFileIsNotWhole(int length) throws IOException {
        pack(1 << 20);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        assertThatThrownBy(this::unpack)
                .isInstanceOf(UserError.class)
                .hasMessage(file + " is a gzip file that is damaged or not whole");
    }

    @Test
    void saysThatAFileIsNotPacked() throws IOException {
        Files.writeString(file, "row,record,subject");

        assertThatThrownBy(this::unpack)
                .isInstanceOf(UserError.class)
                .hasMessage(file + " is a gzip file that is damaged or not whole");
    }
}

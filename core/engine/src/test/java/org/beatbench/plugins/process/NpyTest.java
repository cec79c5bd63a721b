package org.beatbench.plugins.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {

    private static final Rows ROWS = Rows.of(new float[] {1, 2, 3, -4, 0.1F, 1e30F}, 3);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("a.npy");
    }

    @Test
    void readsWhatItWrites() throws IOException {
        Npy.write(file, ROWS);

        assertThat(Npy.read(file, 2, 3)).isEqualTo(ROWS);
    }

    /** Byte for byte what {@code numpy.save} of NumPy 1.24.2 writes of {@code array([[1, 2]], dtype=float32)}. */
    @Test
    void writesAsNumPyDoes() throws IOException {
        Npy.write(file, Rows.of(new float[] {1, 2}, 2));

        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }";
        ByteBuffer wanted = ByteBuffer.allocate(128 + 8).order(ByteOrder.LITTLE_ENDIAN);
        wanted.put((byte) 0x93).put("NUMPY".getBytes(ISO_8859_1)).put((byte) 1).put((byte) 0);
        wanted.putShort((short) 118).put((header + " ".repeat(117 - header.length()) + "\n").getBytes(ISO_8859_1));
        wanted.putFloat(1).putFloat(2);
        assertThat(Files.readAllBytes(file)).isEqualTo(wanted.array());
    }

    @Test
    void writesLabelsOnOneAxis() throws IOException {
        Npy.write(file, new int[] {3, 0, 1});

        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, ISO_8859_1)).contains("'descr': '<i4'", "'shape': (3,)");
        assertThat(bytes).hasSize(128 + 3 * Integer.BYTES).endsWith(3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void readsDoubles() throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(2 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putDouble(0.25).putDouble(0.75);
        write("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }", numbers.array());

        assertThat(Npy.read(file, 1, 2)).isEqualTo(Rows.of(new float[] {0.25F, 0.75F}, 2));
    }

    @Test
    void readsNoRow() throws IOException {
        write("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 5), }", new byte[0]);

        assertThat(Npy.read(file, 0, 5).size()).isZero();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        byte[] numbers = new byte[6 * Float.BYTES];
        refuses(
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }",
                numbers,
                "has the shape (3,2), wanted is (2,3)");
        refuses(
                "{'descr': '<f4', 'fortran_order': False, 'shape': (6,), }",
                numbers,
                "has the shape (6), wanted is (2,3)");
        refuses("{'descr': '<i8', 'fortran_order': False, 'shape': (2, 3), }", numbers, "holds <i8");
        refuses("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }", numbers, "column after column");
        refuses("{'fortran_order': False, 'shape': (2, 3), }", numbers, "a header without descr");
        refuses("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", new byte[20], "ends too early");
        Files.writeString(file, "0.5,0.5\n0.1,0.9\n");
        assertThatThrownBy(() -> Npy.read(file, 2, 3)).hasMessageContaining("is no NumPy array");
    }

    private void refuses(String header, byte[] numbers, String message) throws IOException {
        write(header, numbers);
        assertThatThrownBy(() -> Npy.read(file, 2, 3))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    private void write(String header, byte[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length())
                .put(header.getBytes(ISO_8859_1))
                .put(numbers);
        Files.write(file, bytes.array());
    }
}

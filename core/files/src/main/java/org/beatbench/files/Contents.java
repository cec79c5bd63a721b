package org.beatbench.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.beatbench.api.UserError;

/**
 * Reads files that are kept in memory and may come from anywhere: one that is too large for that, packed or not, is refused by its
 * name before it fills the memory.
 */
public final class Contents {

    /** What is made of a file takes about ten times as much memory as its bytes. */
    private static final int SHARE_OF_MEMORY = 32;

    /** Java asks for the whole array at once. */
    private static final long LARGEST_ARRAY = 1 << 30;

    private Contents() {}

    /**
     * The bytes of a file.
     *
     * @throws UserError if there are too many
     */
    public static byte[] bytes(Path file) throws IOException {
        int most = (int) Math.min(most(), LARGEST_ARRAY);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw tooLarge(file, most);
            }
            return bytes;
        }
    }

    /**
     * The text of a file.
     *
     * @throws java.nio.charset.CharacterCodingException if it is not text in this encoding
     * @throws UserError if it is too long
     */
    public static String text(Path file, Charset encoding) throws IOException {
        return encoding.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
    }

    /**
     * The content of a gzip file, to be read once.
     *
     * @param remedy what to do if the file is damaged
     * @throws UserError also while it is read, if it is damaged or its content too large
     */
    public static InputStream unpacked(Path file, String remedy) throws IOException {
        InputStream packed = Files.newInputStream(file);
        try {
            return new Unpacked(new GZIPInputStream(packed), file, remedy);
        } catch (EOFException | ZipException e) {
            packed.close();
            throw damaged(file, remedy);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    private static long most() {
        return Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
    }

    private static UserError tooLarge(Path file, long most) {
        return new UserError(
                file + " holds more than " + (most >> 20) + " MB, too much for the memory that Java may use",
                "look whether it is the file that it should be; if so, give Java more memory, such as "
                        + "BEATBENCH_JAVA_OPTIONS=-Xmx8g");
    }

    private static UserError damaged(Path file, String remedy) {
        return new UserError(file + " is a gzip file that is damaged or not whole", remedy);
    }

    /** Counts what comes, and names the file where there is something wrong. */
    private static final class Unpacked extends FilterInputStream {

        private final Path file;
        private final String remedy;
        private final long most = most();
        private long read;

        Unpacked(InputStream in, Path file, String remedy) {
            super(in);
            this.file = file;
            this.remedy = remedy;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count;
            try {
                count = in.read(target, offset, length);
            } catch (EOFException | ZipException e) {
                throw damaged(file, remedy);
            }
            read += Math.max(0, count);
            if (read > most) {
                throw tooLarge(file, most);
            }
            return count;
        }
    }
}

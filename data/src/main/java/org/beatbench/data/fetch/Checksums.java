package org.beatbench.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SHA-256 checksums of a folder's files, in the format of {@code sha256sum}. */
final class Checksums {

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    private final Map<String, String> sums;

    private Checksums(Map<String, String> sums) {
        this.sums = sums;
    }

    /** Reads lines of "checksum, two spaces, name"; empty if a line is not of that form, or there is none. */
    static Optional<Checksums> parse(List<String> lines) {
        Map<String, String> sums = new HashMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                sums.put(matcher.group(2), matcher.group(1).toLowerCase(Locale.ROOT));
            } else if (!line.isBlank()) {
                return Optional.empty();
            }
        }
        return sums.isEmpty() ? Optional.empty() : Optional.of(new Checksums(sums));
    }

    boolean knows(String name) {
        return sums.containsKey(name);
    }

    /** Whether a file has the content that is listed under a name. */
    boolean match(String name, Path file) throws IOException {
        return sha256(file).equals(sums.get(name));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

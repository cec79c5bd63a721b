package org.beatbench.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.beatbench.api.ClassifierProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFactsTest {

    private static final String SERVICES = "META-INF/services/" + ClassifierProvider.class.getName();

    @TempDir
    private Path folder;

    @Test
    void namesProvidersWithoutComments() throws IOException {
        Path jar = Files.write(
                folder.resolve("some.jar"), jar("# mine\norg.example.One # the first\n\n org.example.Two\n"));
        assertThat(JarFacts.of(jar).providers())
                .containsEntry(ClassifierProvider.class.getName(), List.of("org.example.One", "org.example.Two"));
    }

    @Test
    void aJarWhosePackedPartsAreBrokenIsNone() throws IOException {
        byte[] broken = jar("org.example.One\n");
        // The name is followed by what is packed, whose first bits say how: 7 is no way.
        broken[30 + SERVICES.length()] = 7;
        Path jar = Files.write(folder.resolve("broken.jar"), broken);
        assertThatThrownBy(() -> JarFacts.of(jar)).isInstanceOf(IOException.class);
    }

    private static byte[] jar(String services) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(SERVICES));
            zip.write(services.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

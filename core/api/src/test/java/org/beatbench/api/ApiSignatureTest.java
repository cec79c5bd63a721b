package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the promise to plug-ins: what stands in {@code api-1.txt} stays as long as the version is 1. To add to it, run this test with
 * {@code -Dapi.renew=true} and read the difference; a line that goes, or a new abstract method of an interface that plug-ins
 * implement, needs another version ({@code ApiVersion.CURRENT}), and a file of that number.
 */
class ApiSignatureTest {

    private static final Path FILE = Path.of("core/api/src/test/resources/org/beatbench/api/api-1.txt");

    /** What plug-ins implement: they break when such a type asks for more. */
    private static final Set<String> IMPLEMENTED = Set.of(
            Classifier.class.getName(),
            ClassifierProvider.class.getName(),
            DatasetProvider.class.getName(),
            TrainedModel.class.getName(),
            Progress.class.getName(),
            Cancellation.class.getName(),
            "org.beatbench.api.perturbation.PerturbableProvider");

    @Test
    void staysAsPromised() throws IOException, URISyntaxException, ClassNotFoundException {
        Set<String> now = signatures();
        if (Boolean.getBoolean("api.renew")) {
            if (Files.exists(FILE)) {
                assertThat(now).as("lines may come, and none may go").containsAll(Files.readAllLines(FILE));
                assertThat(added(now))
                        .as("what plug-ins would have to implement")
                        .noneMatch(ApiSignatureTest::isDemand);
            }
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, String.join("\n", now) + "\n");
        }
        assertThat(now)
                .as("the api of plug-ins, as it was promised")
                .isEqualTo(new TreeSet<>(Files.readAllLines(FILE)));
    }

    private static List<String> added(Set<String> now) throws IOException {
        List<String> added = new ArrayList<>(now);
        added.removeAll(Files.readAllLines(FILE));
        return added;
    }

    private static boolean isDemand(String line) {
        String type = line.substring(0, line.indexOf(' '));
        return IMPLEMENTED.contains(type) && line.contains(" abstract ");
    }

    private static Set<String> signatures() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(
                Beat.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        TreeSet<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> names = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
                    .toList();
            for (String name : names) {
                Class<?> type = Class.forName(name, false, Beat.class.getClassLoader());
                if (isSeen(type)) {
                    describe(type, lines);
                }
            }
        }
        return lines;
    }

    private static boolean isSeen(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isSeen(outer));
    }

    private static void describe(Class<?> type, Set<String> lines) {
        String of = type.getName() + " ";
        String above = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        lines.add(of + type.toGenericString() + " of " + above);
        for (Constructor<?> one : type.getDeclaredConstructors()) {
            if (isSeen(one.getModifiers(), one.isSynthetic())) {
                lines.add(of + one.toGenericString());
            }
        }
        for (Method one : type.getDeclaredMethods()) {
            if (isSeen(one.getModifiers(), one.isSynthetic())) {
                lines.add(of + one.toGenericString() + (one.getDefaultValue() == null ? "" : " default"));
            }
        }
        for (Field one : type.getDeclaredFields()) {
            if (isSeen(one.getModifiers(), one.isSynthetic())) {
                lines.add(of + one.toGenericString());
            }
        }
    }

    private static boolean isSeen(int modifiers, boolean isSynthetic) {
        return !isSynthetic && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
    }
}

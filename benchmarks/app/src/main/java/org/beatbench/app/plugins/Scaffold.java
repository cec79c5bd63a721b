package org.beatbench.app.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.beatbench.harness.Machine;
import org.beatbench.plugins.ApiVersion;

/**
 * The project of a new plug-in: one of the examples under another name, with a build that finds the api in the distribution.
 *
 * @param id of the classifier or data set
 * @param example what it is made from
 * @param sdk folder of the distribution that holds the api
 * @param program how the user types the name of this program
 */
record Scaffold(String id, Example example, Path sdk, String program) {

    /** An example plug-in, which is among the resources. */
    enum Example {
        CLASSIFIER(
                "nearest-centroid",
                "NearestCentroid",
                "Nearest centroid",
                "org.beatbench.api.ClassifierProvider",
                "NearestCentroidProvider",
                "NearestCentroidSettings",
                "Centroids"),
        DATASET(
                "own-csv",
                "OwnCsv",
                "Own CSV",
                "org.beatbench.api.DatasetProvider",
                "OwnCsvProvider",
                "OwnCsvSettings",
                "BeatTable");

        private final String id;
        private final String type;
        private final String title;
        private final String service;
        private final List<String> sources;

        Example(String id, String type, String title, String service, String... sources) {
            this.id = id;
            this.type = type;
            this.title = title;
            this.service = service;
            this.sources = List.of(sources);
        }

        private String packageName() {
            return "org.example." + type.toLowerCase(Locale.ROOT);
        }
    }

    private static final int SUBJECTS = 12;
    private static final int BEATS_OF_EACH = 30;
    private static final int SAMPLES = 24;

    /** Writes the project into a folder, which is empty or not there. */
    void write(Path folder) throws IOException {
        Map<String, String> files = files();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
    }

    private Map<String, String> files() throws IOException {
        String kind = example.name().toLowerCase(Locale.ROOT);
        String sources = packageName().replace('.', '/');
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", filled("template/pom.xml"));
        files.put("README.md", filled("template/" + kind + ".md"));
        files.put("experiment.yaml", filled("template/" + kind + ".yaml"));
        files.put(".gitignore", "target/\n");
        for (String source : example.sources) {
            files.put("src/main/java/" + sources + "/" + renamed(source) + ".java", example("main/java", source));
        }
        String test = example.type + "Test";
        files.put("src/test/java/" + sources + "/" + renamed(test) + ".java", example("test/java", test));
        files.put(
                "src/main/resources/META-INF/services/" + example.service,
                renamed(read(kind + "/main/resources/META-INF/services/" + example.service)));
        if (example == Example.DATASET) {
            files.put("data/" + id + "/beats.csv", beats());
        }
        return files;
    }

    private String example(String tree, String source) throws IOException {
        return renamed(read(example.name().toLowerCase(Locale.ROOT) + "/" + tree + "/"
                + example.packageName().replace('.', '/') + "/" + source + ".java"));
    }

    private String renamed(String text) {
        return text.replace(example.packageName(), packageName())
                .replace(example.type, type())
                .replace(example.id, id)
                .replace(example.title, title());
    }

    private String filled(String template) throws IOException {
        return read(template)
                .replace("@id@", id)
                .replace("@Class@", type())
                .replace("@name@", title())
                .replace("@package@", packageName())
                .replace("@sdk@", sdk.toString())
                .replace("@version@", Machine.version())
                .replace("@api@", Integer.toString(ApiVersion.CURRENT))
                .replace("@program@", program);
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = Scaffold.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Letters of words that begin with capitals, such as MyForest. */
    private String type() {
        return Arrays.stream(id.split("-"))
                .filter(word -> !word.isEmpty())
                .map(Scaffold::upperCase)
                .collect(Collectors.joining());
    }

    private String title() {
        return upperCase(id.replace('-', ' '));
    }

    private String packageName() {
        String last = id.replace("-", "");
        return "org.example." + (SourceVersion.isKeyword(last) ? last + "plugin" : last);
    }

    private static String upperCase(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Made-up beats of three classes and twelve people, each with a shift of their own. */
    private static String beats() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> classes = List.of("calm", "late", "odd");
        StringBuilder table = new StringBuilder("subject,class,samples\n");
        for (int subject = 0; subject < SUBJECTS; subject++) {
            double shift = random.nextDouble(-1, 1);
            for (int beat = 0; beat < BEATS_OF_EACH; beat++) {
                int label = random.nextInt(classes.size());
                table.append("person ").append(subject + 1).append(',').append(classes.get(label));
                for (int sample = 0; sample < SAMPLES; sample++) {
                    double place = (sample - (label == 1 ? 12 : 6) - shift) / 2;
                    double bump = Math.exp(-place * place);
                    double value = (label == 2 ? 1 - bump : bump) * 0.6 + random.nextDouble(0.4);
                    table.append(String.format(Locale.ROOT, ",%.3f", value));
                }
                table.append('\n');
            }
        }
        return table.toString();
    }
}

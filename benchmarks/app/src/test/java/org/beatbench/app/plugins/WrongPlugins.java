package org.beatbench.app.plugins;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.app.PluginBuild;

/** Builds plug-ins that are wrong, each in one way, from a sound one. */
final class WrongPlugins {

    /** A nearest mean that keeps the contract, and what can be overridden in it. */
    private static final String SOUND = """
            package wrong;

            import java.io.*;
            import java.nio.file.*;
            import java.util.*;
            import org.beatbench.api.*;

            public abstract class Base implements ClassifierProvider<Base.None> {

                public record None() {}

                private final String id;

                protected Base(String id) { this.id = id; }

                protected void learning(Beats training) throws Exception {}
                protected void asked() {}
                protected void loading() {}
                protected int rows(int asked) { return asked; }
                protected float[] row(float[] probabilities) { return probabilities; }

                public ClassifierInfo info() { return ClassifierInfo.of(id, id, "A test", "1"); }
                public None defaults() { return new None(); }

                public Classifier create(None none) {
                    return (training, context) -> {
                        context.cancellation().check();
                        try {
                            learning(training);
                        } catch (RuntimeException e) {
                            throw e;
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        float[][] means = new float[training.classes().size()][training.length()];
                        int[] counts = training.classCounts();
                        for (int row = 0; row < training.size(); row++) {
                            int label = training.label(row);
                            for (int i = 0; i < training.length(); i++) {
                                means[label][i] += training.samples().at(row, i) / counts[label];
                            }
                        }
                        return new Model(means);
                    };
                }

                public TrainedModel load(Path folder, LoadContext context) throws IOException {
                    try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve("means")))) {
                        float[][] means = new float[context.classes().size()][context.length()];
                        for (float[] mean : means) {
                            for (int i = 0; i < mean.length; i++) mean[i] = in.readFloat();
                        }
                        loading();
                        return new Model(means);
                    }
                }

                private final class Model implements TrainedModel {
                    private final float[][] means;

                    Model(float[][] means) { this.means = means; }

                    public Predictions predict(Beats beats) {
                        asked();
                        Rows.Builder answers = Rows.builder(means.length);
                        for (int row = 0; row < rows(beats.size()); row++) {
                            double[] weights = new double[means.length];
                            double sum = 0;
                            for (int label = 0; label < means.length; label++) {
                                double distance = 0;
                                for (int i = 0; i < beats.length(); i++) {
                                    distance += Math.pow(beats.samples().at(row, i) - means[label][i], 2);
                                }
                                weights[label] = 1 / (0.01 + distance);
                                sum += weights[label];
                            }
                            float[] probabilities = new float[means.length];
                            for (int label = 0; label < means.length; label++) {
                                probabilities[label] = (float) (weights[label] / sum);
                            }
                            answers.add(row(probabilities));
                        }
                        return Predictions.of(answers.build());
                    }

                    public void save(Path folder) throws IOException {
                        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve("means")))) {
                            for (float[] mean : means) {
                                for (float value : mean) out.writeFloat(value);
                            }
                        }
                    }
                }
            }
            """;

    private static final String CLASS = """
            package wrong;

            import java.util.*;
            import org.beatbench.api.*;

            %s class %s extends Base {
                public %s() { super("%s"); %s }
                %s
            }
            """;

    /** Members of classes, each of which is wrong in one way, by the ids of the classifiers. */
    static final Map<String, String> MEMBERS = Map.of(
            "sound", "",
            "knn", "",
            "nan", "protected float[] row(float[] p) { p[0] = Float.NaN; return p; }",
            "unnormalised", "protected float[] row(float[] p) { p[0] += 0.5f * (1 - p[0]); return p; }",
            "miscounting", "protected int rows(int asked) { return Math.max(0, asked - 1); }",
            "mutating", """
                    protected void learning(Beats training) throws Exception {
                        var values = Rows.class.getDeclaredField("values");
                        values.setAccessible(true);
                        ((float[]) values.get(training.samples()))[0] += 1;
                    }
                    """,
            "seedless", """
                    private final Random random = new Random();
                    protected float[] row(float[] p) {
                        float mixed = random.nextFloat() * p[0];
                        p[1] += p[0] - mixed;
                        p[0] = mixed;
                        return p;
                    }
                    """,
            "stumbling",
                    "protected void learning(Beats training) { throw new IllegalStateException(\"I do not like these beats\"); }",
            "mute", "protected void asked() { throw new IllegalStateException(\"no comment\"); }",
            "forgetful", "protected void loading() { throw new IllegalStateException(\"who are you\"); }");

    /** More of them; {@link Map#of} takes ten. */
    static final Map<String, String> MORE_MEMBERS = Map.of(
            "leaking",
            """
            private static final List<byte[]> KEPT = new ArrayList<>();
            protected void learning(Beats training) { KEPT.add(new byte[4 << 20]); }
            """,
            "chatting",
            "protected void learning(Beats training) { System.out.println(\"now I learn\"); }",
            "exiting",
            "protected void learning(Beats training) { System.exit(0); }",
            "hanging",
            "protected void learning(Beats training) throws Exception { Thread.sleep(600_000); }",
            "frank",
            "public Map<String, String> knownFailures() { return Map.of(\"repeats-answers\", \"its library draws lots\"); }",
            "needy",
            "protected void learning(Beats training) { Gone.away(); }");

    private final Path folder;

    /** Builds below a folder. */
    WrongPlugins(Path folder) {
        this.folder = folder;
    }

    /** The folder of plug-ins. */
    Path plugins() {
        return folder.resolve("plugins");
    }

    /** Builds a plug-in of these classifiers. */
    Path build(String name, List<String> ids) throws IOException, URISyntaxException {
        return build(name, ids, "public final", "1", "", "");
    }

    /**
     * Builds a plug-in of these classifiers.
     *
     * @param modifiers of their classes
     * @param api the version in the manifest
     * @param statement in their constructors
     * @param leftOut a class that is not in the jar
     * @return its folder
     */
    Path build(String name, List<String> ids, String modifiers, String api, String statement, String leftOut)
            throws IOException, URISyntaxException {
        Path sources = Files.createDirectories(folder.resolve("sources-" + name));
        Path resources = Files.createDirectories(folder.resolve("resources-" + name));
        Files.writeString(sources.resolve("Base.java"), SOUND);
        Files.writeString(
                sources.resolve("Gone.java"),
                "package wrong; public final class Gone { public static void away() {} }");
        List<String> services = new ArrayList<>();
        for (String id : ids) {
            String type = Character.toUpperCase(id.charAt(0)) + id.substring(1);
            String members = MEMBERS.getOrDefault(id, MORE_MEMBERS.getOrDefault(id, ""));
            Files.writeString(
                    sources.resolve(type + ".java"), CLASS.formatted(modifiers, type, type, id, statement, members));
            services.add("wrong." + type);
        }
        Path meta = Files.createDirectories(resources.resolve("META-INF/services"));
        Files.writeString(meta.resolve("org.beatbench.api.ClassifierProvider"), String.join("\n", services) + "\n");
        Files.writeString(
                resources.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nBeatbench-Api: " + api + "\n");
        PluginBuild.of(plugins(), name, sources, resources, leftOut);
        return plugins().resolve(name);
    }
}

package org.beatbench.app.plugins;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.Classifier;
import org.beatbench.plugins.ApiVersion;
import org.beatbench.plugins.JarFacts;
import org.beatbench.plugins.PluginFailure;
import org.beatbench.plugins.PluginFolder;
import org.beatbench.plugins.process.ProcessProvider;

/** What can be seen of a plug-in without running anything of it. */
final class StaticLook {

    private static final int CLASS_MAGIC = 0xCAFEBABE;

    /** Major version of class files of Java 1. */
    private static final int BEFORE_JAVA = 44;

    /** The Java that everybody has who has Beatbench. */
    private static final int OLDEST_JAVA = 17;

    private static final Pattern MISSING = Pattern.compile("^\\s+(\\S+)\\s+-> (\\S+)\\s+not found", Pattern.MULTILINE);

    private static final int MOST_NAMED = 5;

    private final PluginFolder plugin;
    private final List<CheckLine> lines = new ArrayList<>();

    StaticLook(PluginFolder plugin) {
        this.plugin = plugin;
    }

    /** All that is seen. Whether it makes sense to load the plug-in, {@link #canBeLoaded} tells then. */
    List<CheckLine> lines() {
        if (ProcessProvider.isIn(plugin.path())) {
            lines.add(CheckLine.passed("is-readable", "a program, started as plugin.yaml says"));
            return lines;
        }
        List<JarFacts> jars;
        try {
            jars = plugin.facts();
        } catch (UncheckedIOException e) {
            lines.add(CheckLine.failed(
                    "is-readable",
                    PluginFailure.inWords(Objects.requireNonNullElse(e.getCause(), e)),
                    "build it again; it is no jar"));
            return lines;
        }
        if (jars.isEmpty()) {
            lines.add(CheckLine.failed(
                    "is-readable",
                    "there is no jar and no plugin.yaml in " + plugin.path(),
                    "name the jar, a folder with it and its libraries, or the folder of a program"));
            return lines;
        }
        lines.add(CheckLine.passed("is-readable", jars.size() == 1 ? "1 jar" : jars.size() + " jars"));
        version(jars);
        providers(jars);
        bytecode(jars);
        carriedApi(jars);
        dependencies(jars);
        return lines;
    }

    /** Whether a check failed after which nothing can be run. */
    boolean canBeLoaded() {
        return lines.stream()
                .filter(CheckLine::isFatal)
                .map(CheckLine::id)
                .noneMatch(
                        List.of("is-readable", "api-version", "names-providers", "provider-is-public", "bytecode-level")
                                ::contains);
    }

    private void version(List<JarFacts> jars) {
        String advice = "write " + ApiVersion.ENTRY + ": " + ApiVersion.CURRENT
                + " into the manifest, as the project of plugin new does";
        Optional<String> refusal =
                jars.stream().flatMap(jar -> jar.refusal().stream()).findFirst();
        Optional<String> hint =
                jars.stream().flatMap(jar -> jar.hint().stream()).findFirst();
        if (refusal.isPresent()) {
            lines.add(CheckLine.failed(
                    "api-version",
                    refusal.get(),
                    "compile it against version " + ApiVersion.CURRENT + " of beatbench-api"));
        } else if (hint.isPresent()) {
            lines.add(CheckLine.warned("api-version", hint.get(), advice));
        } else {
            lines.add(CheckLine.passed("api-version", "version " + ApiVersion.CURRENT));
        }
    }

    private void providers(List<JarFacts> jars) {
        List<Map.Entry<String, String>> named = jars.stream()
                .flatMap(jar -> jar.providers().entrySet().stream())
                .flatMap(kind -> kind.getValue().stream().map(type -> Map.entry(kind.getKey(), type)))
                .toList();
        if (named.isEmpty()) {
            lines.add(CheckLine.failed(
                    "names-providers",
                    "no jar names a classifier or data set in META-INF/services",
                    "write the provider's full class name into META-INF/services/org.beatbench.api.ClassifierProvider, or"
                            + " DatasetProvider"));
            return;
        }
        ClassLoader loader = plugin.open(StaticLook.class.getClassLoader());
        List<String> missing = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (Map.Entry<String, String> one : named) {
            try {
                Class<?> kind = Class.forName(one.getKey(), false, loader);
                Class<?> type = Class.forName(one.getValue(), false, loader);
                if (!kind.isAssignableFrom(type)) {
                    missing.add(one.getValue() + " is no " + kind.getSimpleName());
                } else if (!isPublic(type)) {
                    closed.add(one.getValue());
                }
            } catch (ClassNotFoundException e) {
                missing.add(one.getValue() + " is in no jar");
            } catch (LinkageError e) {
                missing.add(one.getValue() + " cannot be read: " + e);
            }
        }
        if (missing.isEmpty()) {
            lines.add(CheckLine.passed(
                    "names-providers", named.stream().map(Map.Entry::getValue).collect(Collectors.joining(", "))));
        } else {
            lines.add(CheckLine.failed(
                    "names-providers", String.join("; ", missing), "mend the name in META-INF/services, or the class"));
        }
        if (closed.isEmpty()) {
            lines.add(CheckLine.passed("provider-is-public", ""));
        } else {
            lines.add(CheckLine.failed(
                    "provider-is-public",
                    String.join(", ", closed) + " cannot be made from outside",
                    "make the class public and give it a public constructor without arguments"));
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !Modifier.isAbstract(type.getModifiers())
                && Stream.of(type.getConstructors()).anyMatch(one -> one.getParameterCount() == 0);
    }

    private void bytecode(List<JarFacts> jars) {
        int newest = 0;
        String where = "";
        try {
            for (JarFacts jar : jars) {
                try (JarFile file = new JarFile(jar.file().toFile())) {
                    for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                        int java = isClass(entry.getName()) ? javaOf(file, entry) : 0;
                        if (java > newest) {
                            newest = java;
                            where = jar.file().getFileName() + ", " + entry.getName();
                        }
                    }
                }
            }
        } catch (IOException e) {
            lines.add(
                    CheckLine.failed("bytecode-level", "a class cannot be read: " + e.getMessage(), "build it again"));
            return;
        }
        int here = Runtime.version().feature();
        String found = "Java " + newest + " (" + where + ")";
        String advice = "compile it with --release " + OLDEST_JAVA;
        if (newest > here) {
            lines.add(CheckLine.failed("bytecode-level", "it needs " + found + ", and this is Java " + here, advice));
        } else if (newest > OLDEST_JAVA) {
            lines.add(CheckLine.warned(
                    "bytecode-level",
                    "it needs " + found + ", and Beatbench runs on Java " + OLDEST_JAVA + " too",
                    advice));
        } else {
            lines.add(CheckLine.passed("bytecode-level", newest == 0 ? "no classes" : "Java " + newest));
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    private static int javaOf(JarFile file, JarEntry entry) throws IOException {
        try (DataInputStream in = new DataInputStream(file.getInputStream(entry))) {
            if (in.readInt() != CLASS_MAGIC) {
                throw new IOException(entry.getName() + " is no class");
            }
            in.readUnsignedShort();
            return in.readUnsignedShort() - BEFORE_JAVA;
        }
    }

    private void carriedApi(List<JarFacts> jars) {
        List<String> carrying = new ArrayList<>();
        for (JarFacts jar : jars) {
            try (JarFile file = new JarFile(jar.file().toFile())) {
                if (file.getEntry("org/beatbench/api/Classifier.class") != null) {
                    carrying.add(String.valueOf(jar.file().getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        lines.add(
                carrying.isEmpty()
                        ? CheckLine.passed("does-not-carry-the-api", "")
                        : CheckLine.warned(
                                "does-not-carry-the-api",
                                String.join(", ", carrying) + " holds a copy of org.beatbench.api, which is not used",
                                "give the dependency on beatbench-api the scope provided"));
    }

    /** By the JDK's jdeps, which knows what classes refer to. */
    private void dependencies(List<JarFacts> jars) {
        Optional<ToolProvider> jdeps = ToolProvider.findFirst("jdeps");
        if (jdeps.isEmpty()) {
            String why = "this Java has no jdeps: take that of a JDK";
            lines.add(CheckLine.skipped("needs-no-missing-class", why));
            lines.add(CheckLine.skipped("uses-only-the-api", why));
            return;
        }
        StringWriter written = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                "--multi-release",
                "base",
                "-verbose:class",
                "-filter:none",
                "-cp",
                apiPlace().toString()));
        jars.forEach(jar -> arguments.add(jar.file().toString()));
        PrintWriter out = new PrintWriter(written);
        jdeps.get().run(out, out, arguments.toArray(new String[0]));
        TreeSet<String> own = new TreeSet<>();
        TreeSet<String> beyond = new TreeSet<>();
        TreeSet<String> libraries = new TreeSet<>();
        List<String> packages = packages(jars);
        Matcher found = MISSING.matcher(written.toString());
        while (found.find()) {
            String from = found.group(1);
            String to = found.group(2);
            if (to.startsWith("org.beatbench.")) {
                beyond.add(from + " uses " + to);
            } else if (!to.startsWith("org.jspecify.") && !to.startsWith("org.slf4j.")) {
                (packages.stream().anyMatch(from::startsWith) ? own : libraries).add(from + " needs " + to);
            }
        }
        lines.add(missing(own, libraries));
        lines.add(
                beyond.isEmpty()
                        ? CheckLine.passed("uses-only-the-api", "")
                        : CheckLine.failed(
                                "uses-only-the-api",
                                some(beyond),
                                "use org.beatbench.api and what is below it; nothing else of Beatbench is there"));
    }

    /** Libraries often refer to what they can do without; one's own classes mostly do not. */
    private static CheckLine missing(Set<String> own, Set<String> libraries) {
        String advice = "put the jar with it into one folder with this one, and check the folder";
        if (!own.isEmpty()) {
            return CheckLine.failed("needs-no-missing-class", some(own), advice);
        }
        return libraries.isEmpty()
                ? CheckLine.passed("needs-no-missing-class", "")
                : CheckLine.warned(
                        "needs-no-missing-class",
                        "libraries, perhaps in parts that are not used: " + some(libraries),
                        advice);
    }

    /** The packages of the providers, which are the author's. */
    private static List<String> packages(List<JarFacts> jars) {
        return jars.stream()
                .flatMap(jar -> jar.providers().values().stream())
                .flatMap(List::stream)
                .map(type -> type.substring(0, type.lastIndexOf('.') + 1))
                .distinct()
                .toList();
    }

    private static String some(Set<String> all) {
        String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        return all.size() <= MOST_NAMED ? named : named + "; and " + (all.size() - MOST_NAMED) + " more";
    }

    /** The jar of the api, or in a build the folder of its classes. */
    private static Path apiPlace() {
        try {
            return Path.of(Classifier.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

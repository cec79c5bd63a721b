package org.beatbench.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;
import org.beatbench.experiment.JoinedDataset;
import org.beatbench.plugins.process.ProcessProvider;

/**
 * The classifiers and data sets there are. Built-in ones and those of plug-ins are found in the same way, so that no list of
 * them has to be kept anywhere.
 */
public final class Catalogue {

    /** The origin of what is on the class path. */
    static final String BUILT_IN = "built-in";

    private final Map<String, KnownClassifier<?>> classifiers = new TreeMap<>();
    private final Map<String, KnownDataset<?>> datasets = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<FoundPlugin> plugins = new ArrayList<>();

    private Catalogue() {}

    /**
     * Finds what is on the class path, then what is in jars in the folders below {@code plugins}. A plug-in that cannot be
     * used is left out and named in {@link #problems()}.
     *
     * @param host the class loader of the program
     * @param plugins a folder of folders of jars; need not exist
     * @throws UserError if it is a file
     */
    public static Catalogue open(ClassLoader host, Path plugins) {
        return open(host, plugins, folder -> true);
    }

    /** The same without one plug-in, a folder or a jar, which is looked at apart. */
    public static Catalogue without(Path plugin, ClassLoader host, Path plugins) {
        return open(host, plugins, folder -> !plugin.startsWith(folder.path()));
    }

    /** The same without the programs but for that of one origin: to say who they are, all the others would have to be started. */
    public static Catalogue withProgram(String origin, ClassLoader host, Path plugins) {
        return open(
                host,
                plugins,
                folder ->
                        !ProcessProvider.isIn(folder.path()) || folder.origin().equals(origin));
    }

    private static Catalogue open(ClassLoader host, Path plugins, Predicate<PluginFolder> wanted) {
        if (Files.exists(plugins) && !Files.isDirectory(plugins)) {
            throw new UserError(
                    "the folder of plug-ins, " + plugins + ", is a file",
                    "name the folder that holds one folder of jars for each plug-in");
        }
        Catalogue catalogue = new Catalogue();
        catalogue.search(host, BUILT_IN);
        PluginFolder.below(plugins).stream().filter(wanted).forEach(folder -> catalogue.search(folder, host));
        for (Path jar : PluginFolder.loose(plugins)) {
            String problem = jar.getFileName() + " lies loose among the plug-ins and is not used; move it into a"
                    + " folder of its own in " + plugins;
            catalogue.problems.add(problem);
            catalogue.plugins.add(new FoundPlugin(jar, List.of(), List.of(), List.of(problem), List.of()));
        }
        return catalogue;
    }

    private void search(PluginFolder folder, ClassLoader host) {
        int problemsBefore = problems.size();
        List<String> provides = List.of();
        List<String> hints = List.of();
        try {
            List<JarFacts> jars = folder.facts();
            List<String> refusals =
                    jars.stream().flatMap(jar -> jar.refusal().stream()).toList();
            hints = jars.stream().flatMap(jar -> jar.hint().stream()).toList();
            refusals.forEach(reason -> problems.add("plug-in " + folder.name() + ": " + reason));
            if (refusals.isEmpty()) {
                // A class loader passes over a jar that is none, so all were read before.
                search(folder.open(host), folder.origin());
                searchProgram(folder);
                provides = provided(folder.origin());
            }
        } catch (UncheckedIOException e) {
            problems.add("plug-in " + folder.name() + ": " + reason(e));
        }
        if (provides.isEmpty() && problems.size() == problemsBefore) {
            problems.add("plug-in " + folder.name()
                    + ": holds no jar that names a classifier or data set in META-INF/services, and no plugin.yaml");
        }
        plugins.add(new FoundPlugin(
                folder.path(), folder.contents(), provides, problems.subList(problemsBefore, problems.size()), hints));
    }

    private void searchProgram(PluginFolder folder) {
        try {
            ProcessProvider.in(folder.path()).ifPresent(provider -> {
                String problem = addClassifier(provider, folder.origin());
                if (!problem.isEmpty()) {
                    problems.add(folder.origin() + ": " + problem);
                }
            });
        } catch (IOException | RuntimeException e) {
            problems.add("plug-in " + folder.name() + ": " + reason(e));
        }
    }

    private List<String> provided(String origin) {
        return Stream.concat(
                        classifiers.values().stream()
                                .filter(one -> one.origin().equals(origin))
                                .map(one -> "classifier " + one.info().id()),
                        datasets.values().stream()
                                .filter(one -> one.origin().equals(origin))
                                .map(one -> "data set " + one.info().id()))
                .toList();
    }

    public Collection<KnownClassifier<?>> classifiers() {
        return Collections.unmodifiableCollection(classifiers.values());
    }

    public Collection<KnownDataset<?>> datasets() {
        return Collections.unmodifiableCollection(datasets.values());
    }

    /** All that lies in the folder of plug-ins, used or not. */
    public List<FoundPlugin> plugins() {
        return Collections.unmodifiableList(plugins);
    }

    /** What could not be used, one line each. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /**
     * The classifier with an id.
     *
     * @throws UserError if there is none
     */
    public KnownClassifier<?> classifier(String id) {
        return known(classifiers, "classifier", id);
    }

    /**
     * The data set with an id, which may be that of two joined ones.
     *
     * @throws UserError if there is none
     */
    public KnownDataset<?> dataset(String id) {
        List<String> parts = JoinedDataset.parts(id).orElse(List.of());
        if (datasets.containsKey(id) || parts.isEmpty()) {
            return known(datasets, "data set", id);
        }
        KnownDataset<?> training = known(datasets, "data set", parts.get(0));
        KnownDataset<?> test = known(datasets, "data set", parts.get(1));
        String origin =
                training.origin().equals(test.origin()) ? training.origin() : training.origin() + ", " + test.origin();
        return KnownDataset.of(JoinedProvider.of(training, test), origin);
    }

    private static <T> T known(Map<String, T> all, String kind, String id) {
        T found = all.get(id);
        if (found == null) {
            throw DidYouMean.unknown(kind, id, all.keySet());
        }
        return found;
    }

    private void search(ClassLoader loader, String origin) {
        each(ClassifierProvider.class, loader, origin, this::addClassifier);
        each(DatasetProvider.class, loader, origin, this::addDataset);
    }

    private String addClassifier(ClassifierProvider<?> provider, String origin) {
        KnownClassifier<?> found = KnownClassifier.of(provider, origin);
        KnownClassifier<?> earlier = classifiers.putIfAbsent(found.info().id(), found);
        return earlier == null ? "" : duplicate("classifier", found.info().id(), earlier.origin());
    }

    private String addDataset(DatasetProvider<?> provider, String origin) {
        KnownDataset<?> found = KnownDataset.of(provider, origin);
        KnownDataset<?> earlier = datasets.putIfAbsent(found.info().id(), found);
        return earlier == null ? "" : duplicate("data set", found.info().id(), earlier.origin());
    }

    private static String duplicate(String kind, String id, String earlier) {
        return "there is already a " + kind + " " + id + " (" + earlier + "); this one is left out";
    }

    /**
     * Visits all providers of one kind. Whatever a stranger's code throws ends here as one line, so that the rest still
     * works.
     *
     * @param add takes a provider and its origin, returns a problem or nothing
     */
    @SuppressWarnings("try") // the context loader is set, not used
    private <P> void each(Class<P> kind, ClassLoader loader, String origin, BiFunction<P, String, String> add) {
        Iterator<P> providers = ServiceLoader.load(kind, loader).iterator();
        while (true) {
            String problem;
            try (ContextLoader set = ContextLoader.of(loader)) {
                if (!providers.hasNext()) {
                    return;
                }
                problem = add.apply(providers.next(), origin);
            } catch (RuntimeException
                    | ServiceConfigurationError
                    | LinkageError
                    | AssertionError
                    | StackOverflowError e) {
                problem = reason(e);
            }
            if (!problem.isEmpty()) {
                problems.add(origin + ": " + problem);
            }
        }
    }

    private static String reason(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String detail = root == problem || problem instanceof PluginFailure ? "" : " (" + root + ")";
        String message = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        return (message + detail).replaceAll("\\s+", " ");
    }
}

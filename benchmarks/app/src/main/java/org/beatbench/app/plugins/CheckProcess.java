package org.beatbench.app.plugins;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.settings.SettingsSchema;
import org.beatbench.app.plugins.CheckChannel.Kind;
import org.beatbench.contract.check.Check;
import org.beatbench.contract.check.CheckResult;
import org.beatbench.contract.check.ClassifierChecks;
import org.beatbench.contract.check.ClassifierSubject;
import org.beatbench.contract.check.DatasetChecks;
import org.beatbench.contract.check.DatasetSubject;
import org.beatbench.contract.check.Severity;
import org.beatbench.contract.check.Verdict;
import org.beatbench.files.Aside;
import org.beatbench.harness.Deserialization;
import org.beatbench.harness.ForkedProcess;
import org.beatbench.plugins.PluginFailure;
import org.beatbench.plugins.PluginFolder;
import org.beatbench.plugins.process.ProcessProvider;

/** The process in which a plug-in is checked, so that whatever it does ends with it. */
final class CheckProcess {

    private final CheckOrder order;
    private final CheckChannel channel;
    private final ClassLoader loader;
    private final Path scratch;

    private CheckProcess(CheckOrder order, CheckChannel channel, ClassLoader loader, Path scratch) {
        this.order = order;
        this.channel = channel;
        this.loader = loader;
        this.scratch = scratch;
    }

    /** Checks as ordered by the only argument. */
    public static void main(String[] arguments) throws IOException {
        Deserialization.refuse();
        CheckChannel channel = new CheckChannel(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        PrintMeter prints = new PrintMeter(System.err);
        System.setOut(new PrintStream(prints, true, StandardCharsets.UTF_8));
        ForkedProcess.begin();
        CheckOrder order = CheckOrder.parse(arguments[0]);
        ClassLoader loader = new PluginFolder(Path.of(order.plugin())).open(CheckProcess.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try (Aside scratch = Aside.temporary()) {
            CheckProcess process = new CheckProcess(order, channel, loader, scratch.path());
            process.check(ClassifierProvider.class, process::classifier);
            process.check(DatasetProvider.class, process::dataset);
            process.program();
        }
        channel.say(Kind.MADE, prints.line());
        channel.say(Kind.DONE, "", "");
        ForkedProcess.end(0);
    }

    private interface Visit<P> {
        void of(ServiceLoader.Provider<P> provider, P made) throws Exception;
    }

    private <P> void check(Class<P> kind, Visit<P> visit) {
        List<ServiceLoader.Provider<P>> found = ServiceLoader.load(kind, loader).stream()
                .filter(provider -> provider.type().getClassLoader() == loader)
                .toList();
        for (ServiceLoader.Provider<P> provider : found) {
            String name = provider.type().getSimpleName();
            channel.say(Kind.BEGUN, CheckLine.PLUGIN, "can-be-made");
            try {
                P made = provider.get();
                channel.say(Kind.MADE, CheckLine.passed("can-be-made", name));
                visit.of(provider, made);
            } catch (Throwable e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                channel.say(
                        Kind.MADE,
                        CheckLine.failed(
                                "can-be-made",
                                name + ": " + PluginFailure.inWords(cause),
                                "do nothing in the provider's constructor, info(), defaults() and knownFailures() that may fail"));
                cause.printStackTrace();
            }
        }
    }

    @SuppressWarnings("rawtypes") // as the service loader gives them
    private void classifier(ServiceLoader.Provider<ClassifierProvider> provider, ClassifierProvider made)
            throws IOException {
        classifier(provider::get, made);
    }

    private void classifier(Supplier<ClassifierProvider<?>> providers, ClassifierProvider<?> first) throws IOException {
        String of = "classifier " + first.info().id();
        channel.say(Kind.FOUND, of, first.info().id());
        Record settings = settings(first.defaults(), of);
        try (ClassifierSubject subject = new ClassifierSubject(
                providers, () -> settings, true, Files.createTempDirectory(scratch, "classifier-"))) {
            all(of, ClassifierChecks.all(), subject, first.knownFailures());
        }
    }

    /** That of a program, if the plug-in is one. */
    private void program() throws IOException {
        Path folder = Path.of(order.plugin());
        if (!ProcessProvider.isIn(folder)) {
            return;
        }
        channel.say(Kind.BEGUN, CheckLine.PLUGIN, "keeps-the-protocol");
        ProcessProvider program;
        try {
            program = ProcessProvider.in(folder).orElseThrow();
        } catch (IOException | RuntimeException e) {
            channel.say(
                    Kind.MADE,
                    CheckLine.failed(
                            "keeps-the-protocol",
                            PluginFailure.inWords(e),
                            "first line out {\"beatbench\":1}, then one line for each request, and all else on standard error"));
            return;
        }
        channel.say(
                Kind.MADE, CheckLine.passed("keeps-the-protocol", program.info().id()));
        classifier(() -> program, program);
        channel.say(
                Kind.MADE,
                CheckLine.manners(
                        "stops-by-itself",
                        program.stayed(),
                        "it had to be ended, after a cancelled fit or bye",
                        "tell progress several times a second, and stop when the reply is cancel; end at bye"));
        channel.say(
                Kind.MADE,
                CheckLine.manners(
                        "leaves-no-process-behind",
                        program.leftProcesses(),
                        "it ended and left running what it had started",
                        "end what the program starts before it ends"));
    }

    @SuppressWarnings("rawtypes") // as the service loader gives them
    private void dataset(ServiceLoader.Provider<DatasetProvider> provider, DatasetProvider made) throws Exception {
        DatasetProvider<?> first = made;
        String of = "data set " + first.info().id();
        channel.say(Kind.FOUND, of, first.info().id());
        Supplier<DatasetProvider<?>> providers = provider::get;
        Record settings = settings(first.defaults(), of);
        Path own = Files.createTempDirectory(scratch, "dataset-");
        DatasetSubject subject = new DatasetSubject(providers, () -> settings, Path.of(order.data()), own);
        try {
            subject.findData("name the folder of its files with --data");
        } catch (Exception e) {
            System.err.println(of + " does not load, as its checks will say: " + PluginFailure.inWords(e));
        }
        all(of, DatasetChecks.of(first), subject, first.knownFailures());
    }

    private <S extends Record> Record settings(S defaults, String of) {
        SettingsSchema<S> schema = SettingsSchema.of(defaults);
        return order.settings().isEmpty() ? defaults : schema.bind(order.settings(), of);
    }

    private <S> void all(String of, List<Check<S>> checks, S subject, Map<String, String> known) {
        for (Check<S> check : checks) {
            channel.say(
                    Kind.PLANNED,
                    new CheckLine(of, check.id(), check.severity(), Verdict.SKIPPED, "not made", check.advice()));
        }
        for (Check<S> check : checks) {
            channel.say(Kind.BEGUN, of, check.id());
            CheckResult result = check.on(subject, known);
            if (result.verdict() == Verdict.FAILED) {
                System.err.println(of + ", " + check.id() + ": " + result.message());
                result.cause().ifPresent(Throwable::printStackTrace);
            }
            channel.say(Kind.MADE, CheckLine.of(of, result));
        }
        known.keySet().stream()
                .filter(id -> checks.stream().noneMatch(check -> check.id().equals(id)))
                .forEach(id -> channel.say(
                        Kind.MADE,
                        new CheckLine(
                                of,
                                "known-failures-are-checks",
                                Severity.ERROR,
                                Verdict.FAILED,
                                "knownFailures() names " + id + ", which is no check",
                                "mend the name, or take it out")));
    }
}

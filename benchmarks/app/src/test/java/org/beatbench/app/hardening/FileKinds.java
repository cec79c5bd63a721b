package org.beatbench.app.hardening;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Form;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.app.Cli;
import org.beatbench.app.Main;
import org.beatbench.app.PluginBuild;
import org.beatbench.app.SmallResults;
import org.beatbench.app.models.CardText;
import org.beatbench.audit.AuditFile;
import org.beatbench.comparison.Comparison;
import org.beatbench.data.export.KaggleExport;
import org.beatbench.data.kaggle.RowForm;
import org.beatbench.data.kaggle.RowReader;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.ExperimentFile;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.Planner;
import org.beatbench.models.ModelFolder;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.reports.publication.ReportCheck;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;

/** Good examples of every kind of file that Beatbench reads, made by Beatbench or by hand. */
final class FileKinds {

    static final String SUMS = "SHA256SUMS";

    private static final String EXPERIMENT = """
            title: Files
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats]
            classifiers:
              - {id: logistic-regression, label: "L", settings: {epochs: 2}, calibration: temperature}
              - {id: cnn, settings: {widths: "4", hidden: 0, epochs: 2}}
              - {id: decision-tree, settings: {depth: 3}, resampling: over}
            canaries: false
            robustness: {beats: 50, protocols: [beats]}
            saliency: 2
            seeds: [1]
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    private static final Catalogue CATALOGUE =
            Catalogue.open(Main.class.getClassLoader(), Path.of("target", "nowhere"));

    private static final int SAMPLES = 3_600;
    private static final int RATE = 360;

    private final Path folder;
    private final List<FileKind> kinds = new ArrayList<>();

    private FileKinds(Path folder) {
        this.folder = folder;
    }

    /** Makes the examples below an empty folder. */
    static List<FileKind> in(Path folder) throws Exception {
        FileKinds files = new FileKinds(folder);
        files.addStore();
        files.addRecords();
        files.addSignals();
        files.addRows();
        files.addSeries();
        files.addModels();
        files.addExperiment();
        files.addPlugin();
        files.kinds.addAll(CommandKinds.in(
                folder.resolve("commands"), folder.resolve("records"), folder.resolve("models/decision-tree")));
        return files.kinds;
    }

    private void add(Path file, FileKind.Reader reader) {
        add(file, file.getFileName().toString(), FileKind.UNSEALED, reader);
    }

    /**
     * Adds a kind.
     *
     * @param part a name that a message about the file must contain
     */
    private void add(Path file, String part, FileKind.Seal seal, FileKind.Reader reader) {
        String name = folder.relativize(file).toString();
        kinds.add(new FileKind(name, file, part, name.endsWith(".gz"), seal, reader));
    }

    /** Replaces the hash of a file in another file. */
    static FileKind.Seal seal(Path holder, Path file) throws IOException {
        String sealed = Files.readString(holder);
        String hash = Hash.of(file);
        return () -> Files.writeString(holder, sealed.replace(hash, Hash.of(file)));
    }

    /** Of a model: all of its files as they are. */
    static FileKind.Seal sums(Path model) {
        return () -> {
            StringBuilder lines = new StringBuilder();
            try (Stream<Path> tree = Files.walk(model)) {
                for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                    if (!file.endsWith(SUMS)) {
                        lines.append(Hash.of(file))
                                .append("  ")
                                .append(model.relativize(file))
                                .append('\n');
                    }
                }
            }
            Files.writeString(model.resolve(SUMS), lines);
        };
    }

    /** A command that refuses what it is given says so by its exit code. */
    private static void command(String... arguments) {
        Cli done = Cli.run(arguments);
        if (done.exitCode() == 2) {
            throw new UserError(done.err(), "");
        }
        if (done.exitCode() != 0) {
            throw new IllegalStateException(done.err());
        }
    }

    private static DatasetContext context(Path data) {
        return new DatasetContext(data, Progress.NONE, Cancellation.NEVER);
    }

    private void addStore() throws IOException {
        SmallResults results = SmallResults.run(folder.resolve("results"), "files", EXPERIMENT);
        FolderStore store = FolderStore.existing(results.folder());
        Path root = store.root();
        Plan whole = store.plan();
        add(root.resolve("plan.json"), () -> {
            Plan plan = store.plan();
            Comparison.of(plan, store.all(plan.trials()), AuditFile.read(store));
        });
        add(root.resolve("audit.json"), () -> Comparison.of(whole, store.all(whole.trials()), AuditFile.read(store)));
        add(results.report("report.json"), () -> checkReport(store, results.report("")));
        Path numbers = results.report("results.csv");
        add(numbers, () -> command("compare", numbers.toString(), root.toString()));
        Trial trial = results.trial("cnn");
        FileKind.Reader reader =
                () -> Comparison.of(whole, List.of(store.find(trial).orElseThrow()));
        Path record = results.folder(trial).resolve("run.json");
        add(record, trial.key(), FileKind.UNSEALED, reader);
        for (String name : List.of(
                "test.csv.gz",
                "validation.csv.gz",
                "epochs.csv",
                "saliency.csv.gz",
                "mean-beats.csv.gz",
                "robustness/mains-hum@0dB.csv.gz")) {
            Path file = results.folder(trial).resolve(name);
            add(file, file.getFileName().toString(), seal(record, file), reader);
        }
    }

    private static void checkReport(FolderStore store, Path report) throws IOException {
        ReportCheck check = new ReportCheck(store, report, Optional.empty());
        check.checkOrigin();
    }

    /** Two records in format 16 of one lead, with an annotation every second. */
    private void addRecords() throws IOException {
        Path records = Files.createDirectories(folder.resolve("records"));
        Files.writeString(records.resolve("RECORDS"), "a\nb\n");
        for (String name : List.of("a", "b")) {
            ByteBuffer signal = ByteBuffer.allocate(2 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < SAMPLES; i++) {
                signal.putShort((short) (1_024 + (i % RATE < 12 ? 180 : 10 * Math.sin(i / 9.0))));
            }
            Files.write(records.resolve(name + ".dat"), signal.array());
            // The second has no checksum, so that changed samples are read.
            String checked = name.equals("a") ? " 1204 " + checksum(signal) + " 0 MLII" : "";
            Files.writeString(
                    records.resolve(name + ".hea"),
                    name + " 1 360 3600\n" + name + ".dat 16 200(1024)/mV 11 1024" + checked + "\n# 69 M\n");
            ByteBuffer marks = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
            marks.putShort((short) (28 << 10))
                    .putShort((short) (63 << 10 | 4))
                    .put("(N\0\0".getBytes(StandardCharsets.UTF_8));
            for (int beat = 1; beat * RATE < SAMPLES; beat++) {
                marks.putShort((short) ((beat % 3 == 0 ? 5 : 1) << 10 | RATE));
            }
            Files.write(records.resolve(name + ".atr"), Arrays.copyOf(marks.array(), marks.position() + 2));
        }
        KnownDataset<?> wfdb = CATALOGUE.dataset("wfdb");
        Map<String, String> settings = Map.of("folder", records.toString());
        FileKind.Reader reader = () -> {
            wfdb.load(settings, context(folder));
            wfdb.provenance(settings, context(folder));
        };
        reader.read();
        Files.writeString(records.resolve("subjects.csv"), "record,subject\na,anna\nb,ben\n");
        for (String name : List.of("RECORDS", "subjects.csv", "a.hea", "a.dat", "a.atr", "b.hea", "b.dat")) {
            add(records.resolve(name), "record", FileKind.UNSEALED, reader);
        }
        try (Stream<Path> caches = Files.list(records.resolve(".beatbench-cache"))) {
            Path cache = caches.findFirst().orElseThrow();
            add(cache, "record", () -> putChecksum(cache), reader);
        }
        Path rows = Files.createDirectories(folder.resolve("kaggle"));
        Beats beats = wfdb.load(settings, context(folder));
        KaggleExport.write(
                beats,
                Selection.where(beats.size(), row -> row < 8),
                Selection.where(beats.size(), row -> row >= 8),
                rows,
                1,
                Progress.NONE);
    }

    private void addSignals() throws Exception {
        Path signals = Files.createDirectories(folder.resolve("signals"));
        StringBuilder table = new StringBuilder("time,II (mV)\n");
        StringBuilder marks = new StringBuilder("sample,symbol\n");
        ByteBuffer edf = ByteBuffer.allocate(3 * 256 + 10 * (2 * RATE + 60)).order(ByteOrder.LITTLE_ENDIAN);
        String twice = " ".repeat(160);
        edf.put(("0       " + "X X X X" + " ".repeat(153) + "01.01.0100.00.00768     " + "EDF+C" + " ".repeat(39)
                        + "10      1       2   ECG II          EDF Annotations " + twice + "mV              "
                        + "-1      -1      1       1       -2048   -32768  2047    32767   " + twice
                        + "360     30      "
                        + " ".repeat(64))
                .getBytes(StandardCharsets.US_ASCII));
        for (int second = 0; second < 10; second++) {
            for (int i = 0; i < RATE; i++) {
                int value = (int) Math.round(500 * Math.exp(-Math.pow((i - 100) / 9.0, 2)) + 20 * Math.sin(i + second));
                edf.putShort((short) value);
                table.append(String.format(Locale.ROOT, "%.4f,%.3f%n", second + i / 360.0, value / 1000.0));
            }
            String texts = String.format(Locale.ROOT, "+%d||!+%d.25|%s|!", second, second, second == 5 ? "PVC" : "N");
            byte[] list = texts.replace('|', '\u0014').replace('!', '\0').getBytes(StandardCharsets.US_ASCII);
            edf.put(Arrays.copyOf(list, 60));
            marks.append(second * RATE + 90).append(second == 5 ? ",V\n" : ",N\n");
        }
        Path recording =
                Files.write(Files.createDirectories(signals.resolve("edf")).resolve("record.edf"), edf.array());
        addDataset("edf", recording.getParent(), recording);
        Path csv = Files.createDirectories(signals.resolve("csv"));
        Path samples = Files.writeString(csv.resolve("record.csv"), table);
        addDataset("signal-csv", csv, samples, Files.writeString(csv.resolve("record_annotations.csv"), marks));
    }

    private void addDataset(String id, Path place, Path... files) throws Exception {
        KnownDataset<?> dataset = CATALOGUE.dataset(id);
        Map<String, String> settings = Map.of("folder", place.toString());
        FileKind.Reader reader = () -> {
            dataset.load(settings, context(folder));
            dataset.provenance(settings, context(folder));
        };
        reader.read();
        for (Path file : files) {
            add(file, "record", FileKind.UNSEALED, reader);
        }
    }

    private static int checksum(ByteBuffer signal) {
        short sum = 0;
        for (int at = 0; at < signal.capacity(); at += 2) {
            sum += signal.getShort(at);
        }
        return sum;
    }

    /** Makes a cache one that is read, whatever is in it. */
    private static void putChecksum(Path cache) throws IOException {
        if (Files.size(cache) >= Long.BYTES && Files.size(cache) < 1 << 26) {
            byte[] bytes = Files.readAllBytes(cache);
            CRC32C checksum = new CRC32C();
            checksum.update(bytes, 0, bytes.length - Long.BYTES);
            ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, checksum.getValue());
            Files.write(cache, bytes);
        }
    }

    private void addRows() throws IOException {
        KnownDataset<?> kaggle = CATALOGUE.dataset("kaggle");
        FileKind.Reader reader = () -> kaggle.load(Map.of(), context(folder));
        add(folder.resolve("kaggle/mitbih_train.csv"), reader);
        Beats beats = kaggle.load(Map.of(), context(folder));
        RowForm form = new RowForm(Form.row(187), beats.classes(), true, true);
        Path plain = Files.writeString(
                folder.resolve("rows.csv"), Files.readString(folder.resolve("kaggle/mitbih_test.csv")));
        Path packed = Files.write(folder.resolve("rows.csv.gz"), Gzip.of(Files.readAllBytes(plain)));
        for (Path rows : List.of(plain, packed)) {
            add(rows, () -> {
                try (RowReader in = RowReader.open(Files.newInputStream(rows), rows.toString(), form, "")) {
                    while (in.next().isPresent()) {
                        // To the end.
                    }
                }
            });
        }
    }

    private void addSeries() throws IOException {
        Path series = Files.createDirectories(folder.resolve("ucr"));
        String table = "1\t0.5\t-1.5e-1\t2\n2\t1\t2\t3\n1.0e+00\t3\t4\t5\n";
        String ts = "#c\n@problemName x\n@univariate true\n@classLabel true 1 2\n@data\n0.5,-1.5e-1,2:1\n1,2,3:2\n";
        for (String ending : List.of(".tsv", ".txt", ".ts")) {
            String text = ending.equals(".ts") ? ts : ending.equals(".txt") ? table.replace('\t', ',') : table;
            String problem = "P" + ending.substring(1);
            for (String part : List.of("_TRAIN", "_TEST")) {
                Files.writeString(series.resolve(problem + part + ending), text);
            }
            KnownDataset<?> ucr = CATALOGUE.dataset("ucr");
            FileKind.Reader reader = () -> ucr.load(Map.of("problem", problem), context(folder));
            reader.read();
            Path file = series.resolve(problem + "_TRAIN" + ending);
            add(file, problem, FileKind.UNSEALED, reader);
        }
    }

    /** Cards as they are shown and used; and what classifiers saved, as somebody would change it who knows of the hashes. */
    private void addModels() throws IOException {
        Beats asked = CATALOGUE.dataset("synthetic").load(Map.of("subjects", "4", "beats", "50"), context(folder));
        for (String id : List.of(
                "decision-tree", "logistic-regression", "knn", "canary-prior", "canary-length", "canary-twin")) {
            Path model = folder.resolve("models").resolve(id);
            Cli train = Cli.run(
                    "train",
                    id,
                    "--dataset",
                    "synthetic",
                    "--set",
                    "subjects=6",
                    "--set",
                    "beats=50",
                    "--out",
                    model.toString(),
                    "--seed",
                    "1",
                    "--threads",
                    "1");
            if (train.exitCode() != 0) {
                throw new IllegalStateException(train.err());
            }
            Path card = model.resolve("model.json");
            if (id.equals("decision-tree")) {
                add(card, id, sums(model), () -> {
                    ModelFolder opened = ModelFolder.open(model);
                    new CardText(new PrintWriter(Writer.nullWriter())).print(opened.card());
                    KnownClassifier<?> classifier = opened.classifier(CATALOGUE);
                    opened.warnings(classifier);
                    opened.load(classifier, 1).close();
                });
            }
            try (Stream<Path> payload = Files.list(model.resolve("payload"))) {
                for (Path file : payload.sorted().toList()) {
                    FileKind.Seal inCard = seal(card, file);
                    FileKind.Seal inSums = sums(model);
                    FileKind.Seal both = () -> {
                        inCard.forge();
                        inSums.forge();
                    };
                    add(file, id, both, () -> {
                        ModelFolder opened = ModelFolder.open(model);
                        try (TrainedModel loaded = opened.load(opened.classifier(CATALOGUE), 1)) {
                            loaded.predict(asked.sealed());
                        }
                    });
                }
            }
        }
    }

    private void addExperiment() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), EXPERIMENT);
        Beats beats = CATALOGUE.dataset("synthetic").load(Map.of("subjects", "10", "beats", "60"), context(folder));
        add(file, "mine", FileKind.UNSEALED, () -> {
            Experiment experiment = ExperimentFile.read(file);
            Planner planner = new Planner(experiment, CATALOGUE);
            KnownDataset<?> dataset = CATALOGUE.dataset(experiment.dataset().id());
            planner.trials(beats, List.of(dataset.use(experiment.dataset().settings(), beats)));
        });
    }

    private void addPlugin() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("source"));
        Files.writeString(sources.resolve("Plugged.java"), """
                package plugged;
                import java.nio.file.Path;
                import java.util.Map;
                import org.beatbench.api.*;
                public final class Plugged implements ClassifierProvider<Plugged.Settings> {
                    public record Settings() {}
                    public ClassifierInfo info() {
                        return new ClassifierInfo("plugged", "Plugged", "A test.", "1", false, Map.of());
                    }
                    public Settings defaults() { return new Settings(); }
                    public Classifier create(Settings settings) { throw new IllegalStateException(); }
                    public TrainedModel load(Path folder, LoadContext context) { throw new IllegalStateException(); }
                }
                """);
        Path resources = Files.createDirectories(folder.resolve("resources"));
        Files.writeString(
                Files.createDirectories(resources.resolve("META-INF/services"))
                        .resolve("org.beatbench.api.ClassifierProvider"),
                "plugged.Plugged\n");
        Files.writeString(resources.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nClass-Path: other.jar\n");
        Path plugins = folder.resolve("plugins");
        PluginBuild.of(plugins, "plugged", sources, resources);
        Path jar = plugins.resolve("plugged/plugged.jar");
        add(jar, () -> {
            Catalogue catalogue = Catalogue.open(Main.class.getClassLoader(), plugins);
            boolean found = catalogue.classifiers().stream()
                    .anyMatch(classifier -> classifier.info().id().equals("plugged"));
            if (!found && catalogue.problems().stream().noneMatch(problem -> problem.contains("plugged"))) {
                throw new IllegalStateException("a plug-in is gone, and nobody says so");
            }
        });
    }
}

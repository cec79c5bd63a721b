package org.beatbench.app.hardening;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.beatbench.api.UserError;
import org.beatbench.app.Cli;
import org.beatbench.app.shell.ExitCode;

/** Good examples of what {@code predict}, {@code detect}, {@code ec57} and {@code model check} read, which read them as people do. */
final class CommandKinds {

    private static final int RATE = 360;
    private static final int SECONDS = 10;

    /** A larger one is not packed: packing reads it whole. */
    private static final long MOST = 1 << 26;

    private static final int TYPE_OF_LINK = 0xA000;

    private final Path folder;
    private final Path model;
    private final String out;
    private final List<FileKind> kinds = new ArrayList<>();

    private CommandKinds(Path folder, Path model) {
        this.folder = folder;
        this.model = model;
        this.out = folder.resolve("out").toString();
    }

    /**
     * Makes the examples.
     *
     * @param folder which is made
     * @param records a folder with the WFDB record {@code b}, which has no checksum
     * @param model a saved one that answers beats of recordings
     */
    static List<FileKind> in(Path folder, Path records, Path model) throws IOException {
        CommandKinds all = new CommandKinds(Files.createDirectories(folder), model);
        Files.createDirectories(folder.resolve("out"));
        all.addPredict(records);
        all.addDetect(records);
        all.addEc57();
        all.addModel();
        all.addZip();
        for (FileKind kind : all.kinds) {
            kind.reader().read();
        }
        return all.kinds;
    }

    private void add(Path file, String part, FileKind.Seal seal, FileKind.Reader reader) {
        kinds.add(new FileKind("commands/" + folder.relativize(file), file, part, false, seal, reader));
    }

    /** A message names a file below a folder of records, or a record: what is wrong of marks may be found in the signal. */
    private void add(Path file, String... arguments) {
        add(file, "record", FileKind.UNSEALED, () -> command(arguments));
    }

    /** A command that refuses what it is given says so by its exit code. */
    private static void command(String... arguments) {
        Cli done = Cli.run(arguments);
        if (done.exitCode() == ExitCode.BAD_INPUT) {
            throw new UserError(done.err(), "");
        }
        if (done.exitCode() != ExitCode.OK && done.exitCode() != ExitCode.DIFFERENT) {
            throw new IllegalStateException(done.exitCode() + " " + done.err());
        }
    }

    private Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        return Files.copy(from, to);
    }

    private void addPredict(Path records) throws IOException {
        Path place = Files.createDirectories(folder.resolve("predict/records"));
        Path edf = Files.write(place.resolve("marked.edf"), edf(false, true));
        add(edf, "predict", model.toString(), edf.toString(), "--summary", "--json", "--page", out + "/page.html");
        Path bdf = Files.write(place.resolve("marked.bdf"), edf(true, true));
        add(bdf, "predict", model.toString(), bdf.toString(), "--labelled");
        Path csv = Files.writeString(place.resolve("table.csv"), csv());
        Path marks = Files.writeString(place.resolve("table_annotations.csv"), marks());
        for (Path file : List.of(csv, marks)) {
            add(file, "predict", model.toString(), csv.toString(), "--summary", "--marks", out + "/table.pred");
        }
        for (String ending : List.of("hea", "dat", "atr")) {
            copy(records.resolve("b." + ending), place.resolve("b." + ending));
        }
        String record = place.resolve("b").toString();
        for (String ending : List.of("hea", "dat", "atr")) {
            add(place.resolve("b." + ending), "predict", model.toString(), record, "--figures", out + "/figures");
        }
    }

    private void addDetect(Path records) throws IOException {
        Path place = Files.createDirectories(folder.resolve("detect/records"));
        List<Path> files = List.of(
                Files.write(place.resolve("plain.edf"), edf(false, false)),
                Files.write(place.resolve("plain.bdf"), edf(true, false)),
                Files.writeString(place.resolve("table.csv"), csv()),
                copy(records.resolve("b.hea"), place.resolve("b.hea")),
                copy(records.resolve("b.dat"), place.resolve("b.dat")));
        for (Path file : files) {
            String named = file.toString().replaceFirst("\\.dat$", ".hea");
            add(file, "detect", named, "--annotator", "qrs", "--out", out + "/marks", "--force");
        }
    }

    private void addEc57() throws IOException {
        Path reference = folder.resolve("ec57/records");
        Path test = folder.resolve("ec57/records-answered");
        // So long that there is something to compare after five minutes.
        int seconds = 330;
        Files.createDirectories(reference);
        Files.writeString(reference.resolve("b.hea"), "b 1 10 " + 10 * seconds + "\nb.dat 16 200 12 0\n");
        Files.write(reference.resolve("b.dat"), new byte[20 * seconds]);
        ByteBuffer marks = ByteBuffer.allocate(2 * seconds + 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int second = 1; second < seconds; second++) {
            int code = second % 7 == 3 ? 32 : second % 7 == 4 ? 33 : second % 3 == 0 ? 5 : 1;
            marks.putShort((short) (code << 10 | 10));
        }
        Files.write(reference.resolve("b.atr"), Arrays.copyOf(marks.array(), marks.position() + 2));
        copy(reference.resolve("b.atr"), test.resolve("b.pred"));
        for (Path file : List.of(reference.resolve("b.hea"), reference.resolve("b.atr"), test.resolve("b.pred"))) {
            add(file, "ec57", reference.toString(), test.toString());
        }
    }

    private String asked() {
        return folder.resolve("predict/records/marked.edf").toString();
    }

    private FileKind.Reader answersOf(Path saved) {
        return () -> {
            command("predict", saved.toString(), asked());
            command("model", "check", saved.toString());
            command("describe", saved.toString());
        };
    }

    /** A saved model as a folder: as it is, and as somebody would change it who knows of the hashes. */
    private void addModel() throws IOException {
        for (String name : List.of("tampered", "forged")) {
            Path place = folder.resolve(name);
            for (Path file : files(model)) {
                copy(file, place.resolve(model.relativize(file).toString()));
            }
            for (Path file : files(place)) {
                if (name.equals("tampered")) {
                    add(file, name, FileKind.UNSEALED, answersOf(place));
                } else if (!file.endsWith(FileKinds.SUMS)) {
                    add(file, name, forged(place, file), answersOf(place));
                }
            }
        }
    }

    /** The hashes of a model's files, whichever hold them. */
    private static FileKind.Seal forged(Path place, Path file) throws IOException {
        FileKind.Seal inCard = FileKinds.seal(place.resolve("model.json"), file);
        FileKind.Seal inSums = FileKinds.sums(place);
        boolean isPayload = file.startsWith(place.resolve("payload"));
        return () -> {
            if (isPayload) {
                inCard.forge();
            }
            inSums.forge();
        };
    }

    /** A saved model as a zip: its bytes, the files that are packed, and the names and kinds of these. */
    private void addZip() throws IOException {
        Path place = Files.createDirectories(folder.resolve("packed"));
        Path members = folder.resolve("members");
        Map<String, Path> entries = new LinkedHashMap<>();
        for (Path file : files(model)) {
            String name = model.relativize(file).toString().replace('\\', '/');
            entries.put(name, copy(file, members.resolve(name)));
        }
        Path whole = place.resolve("whole.zip");
        pack(List.copyOf(entries.entrySet()), whole);
        add(whole, "whole.zip", FileKind.UNSEALED, answersOf(whole));

        Path forged = place.resolve("forged.zip");
        pack(List.copyOf(entries.entrySet()), forged);
        for (Path file : entries.values()) {
            if (!file.endsWith(FileKinds.SUMS)) {
                FileKind.Seal seal = forged(members, file);
                FileKind.Seal packed = () -> {
                    seal.forge();
                    pack(List.copyOf(entries.entrySet()), forged);
                };
                add(file, "forged.zip", packed, answersOf(forged));
            }
        }

        Path named = place.resolve("named.zip");
        Path names = Files.write(folder.resolve("names.txt"), entries.keySet());
        FileKind.Seal renamed = () -> {
            List<Map.Entry<String, Path>> others = new ArrayList<>();
            List<Path> contents = List.copyOf(entries.values());
            if (Files.size(names) < MOST) {
                String text = new String(Files.readAllBytes(names), StandardCharsets.ISO_8859_1);
                for (String name : text.split("\n", -1)) {
                    if (!name.isEmpty() && name.length() < 1 << 15) {
                        others.add(Map.entry(name, contents.get(others.size() % contents.size())));
                    }
                }
            }
            pack(others, named);
        };
        renamed.forge();
        add(names, "named.zip", renamed, answersOf(named));
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Java packs no two of one name. Where a name has a tilde in it, all become links. */
    private static void pack(List<Map.Entry<String, Path>> entries, Path zip) throws IOException {
        List<String> packed = new ArrayList<>();
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, Path> entry : entries) {
                try {
                    out.putNextEntry(new ZipEntry(entry.getKey()));
                } catch (ZipException twice) {
                    continue;
                }
                Files.copy(entry.getValue(), out);
                out.closeEntry();
                packed.add(entry.getKey());
            }
        }
        if (packed.stream().anyMatch(name -> name.contains("~"))) {
            makeLinks(zip);
        }
    }

    /** Says of every entry that it is a link: in the list of files, after its signature, the mode of Unix. */
    private static void makeLinks(Path zip) throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 46 < bytes.length; at++) {
            if (all.getInt(at) == 0x02014b50) {
                all.putInt(at + 38, (TYPE_OF_LINK | 0x1FF) << 16);
            }
        }
        Files.write(zip, bytes);
    }

    private static double value(int second, int sample) {
        return 500 * Math.exp(-Math.pow((sample - 100) / 9.0, 2)) + 20 * Math.sin(sample / 20.0 + second);
    }

    private static String csv() {
        StringBuilder table = new StringBuilder("time,II (mV)\n");
        for (int i = 0; i < SECONDS * RATE; i++) {
            table.append(
                    String.format(Locale.ROOT, "%.4f,%.3f%n", i / (double) RATE, value(i / RATE, i % RATE) / 1000.0));
        }
        return table.toString();
    }

    private static String marks() {
        StringBuilder marks = new StringBuilder("sample,symbol\n");
        for (int second = 0; second < SECONDS; second++) {
            marks.append(second * RATE + 100).append(second == 5 ? ",V\n" : ",N\n");
        }
        return marks.toString();
    }

    /** One lead, with or without a signal of annotations, of 16 or 24 bits. */
    private static byte[] edf(boolean wide, boolean annotated) {
        int bytes = wide ? 3 : 2;
        int signals = annotated ? 2 : 1;
        String name = wide ? "BDF" : "EDF";
        ByteBuffer file = ByteBuffer.allocate((signals + 1) * 256 + SECONDS * bytes * (RATE + (annotated ? 30 : 0)))
                .order(ByteOrder.LITTLE_ENDIAN);
        put(file, wide ? "\u00ffBIOSEMI" : "0", 8);
        put(file, "X X X X", 80);
        put(file, "", 80);
        put(file, "01.01.01", 8);
        put(file, "00.00.00", 8);
        put(file, Integer.toString((signals + 1) * 256), 8);
        put(file, annotated ? name + "+C" : wide ? "24BIT" : "", 44);
        put(file, Integer.toString(SECONDS), 8);
        put(file, "1", 8);
        put(file, Integer.toString(signals), 4);
        String least = wide ? "-8388608" : "-32768";
        String most = wide ? "8388607" : "32767";
        String[][] fields = {
            {"16", "ECG II", name + " Annotations"},
            {"80", "", ""},
            {"8", "mV", ""},
            {"8", "-1", "-1"},
            {"8", "1", "1"},
            {"8", "-2048", least},
            {"8", "2047", most},
            {"80", "", ""},
            {"8", Integer.toString(RATE), "30"},
            {"32", "", ""}
        };
        for (String[] field : fields) {
            for (int signal = 1; signal <= signals; signal++) {
                put(file, field[signal], Integer.parseInt(field[0]));
            }
        }
        for (int second = 0; second < SECONDS; second++) {
            for (int i = 0; i < RATE; i++) {
                int value = (int) Math.round(value(second, i));
                file.putShort((short) value);
                if (wide) {
                    file.put((byte) (value >> 16));
                }
            }
            if (annotated) {
                String texts =
                        String.format(Locale.ROOT, "+%d||!+%d.27|%s|!", second, second, second == 5 ? "PVC" : "N");
                byte[] list = texts.replace('|', '\u0014').replace('!', '\0').getBytes(StandardCharsets.US_ASCII);
                file.put(Arrays.copyOf(list, 30 * bytes));
            }
        }
        return file.array();
    }

    private static void put(ByteBuffer file, String text, int width) {
        file.put(String.format(Locale.ROOT, "%-" + width + "s", text).getBytes(StandardCharsets.ISO_8859_1));
    }
}

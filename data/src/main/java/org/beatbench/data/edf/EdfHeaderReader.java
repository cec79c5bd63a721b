package org.beatbench.data.edf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.beatbench.api.UserError;

/**
 * Reads the header of a file (Kemp et al. 1992; Kemp and Olivan 2003; BDF after BioSemi). Fields may be filled with spaces or zero
 * bytes on either side, and numbers may have a decimal comma, since files of recorders do.
 */
final class EdfHeaderReader {

    private static final int FIXED = 256;
    private static final int BY_SIGNAL = 256;
    private static final int MOST_SIGNALS = 10_000;
    private static final byte[] BDF = "\u00ffBIOSEMI".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");

    /** What stands in place of a person's code where there is none; BioSig writes zeros. */
    private static final Pattern NO_CODE = Pattern.compile("(?i)x*|[0-]*|anonym\\w*|unknown|patient|subject|none|n/a");

    private final Path file;
    private final byte[] bytes;
    private final List<String> problems = new ArrayList<>();
    private int at;

    private EdfHeaderReader(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * Reads a header, and looks whether the file has all that it announces.
     *
     * @throws UserError naming all that is wrong in it
     */
    static EdfHeader read(Path file) throws IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] fixed = in.readNBytes(FIXED);
            EdfHeaderReader reader = new EdfHeaderReader(file, fixed);
            int signals = reader.signals();
            byte[] all = Arrays.copyOf(fixed, FIXED + signals * BY_SIGNAL);
            if (in.readNBytes(all, FIXED, signals * BY_SIGNAL) < signals * BY_SIGNAL) {
                throw reader.wrong("the file ends within its header of " + signals + " signals");
            }
            return new EdfHeaderReader(file, all).header(signals, size);
        }
    }

    /** How many signals there are, after a look whether it is such a file at all. */
    private int signals() {
        if (bytes.length < FIXED || !(bytes[0] == '0' || isBdf())) {
            throw new UserError(
                    file + " is no EDF or BDF file: it does not begin with the header of one",
                    "look whether it is the file that it should be; packed files must be unpacked first");
        }
        at = FIXED - 4;
        int signals = integer("number of signals", 4);
        if (problems.isEmpty() && (signals < 1 || signals > MOST_SIGNALS)) {
            problems.add("the number of signals must be 1 to " + MOST_SIGNALS + ": " + signals);
        }
        failIfWrong();
        return signals;
    }

    private boolean isBdf() {
        return Arrays.equals(bytes, 0, BDF.length, BDF, 0, BDF.length);
    }

    private EdfHeader header(int count, long size) {
        at = 8;
        String patient = text(80);
        at = 184;
        int declared = integer("length of the header", 8);
        String kind = text(44);
        int announced = records();
        String duration = number("duration of a data record", 8);
        at = FIXED;
        List<EdfSignal> signals = signals(count);
        if (declared != FIXED + count * BY_SIGNAL && problems.isEmpty()) {
            problems.add("the header says that it has " + declared + " bytes, but one of " + count + " signals has "
                    + (FIXED + count * BY_SIGNAL));
        }
        failIfWrong();
        boolean plus = kind.startsWith("EDF+") || kind.startsWith("BDF+");
        EdfHeader header = new EdfHeader(
                file,
                isBdf(),
                kind.startsWith("EDF+D") || kind.startsWith("BDF+D"),
                plus ? code(patient) : "",
                declared,
                announced,
                duration,
                signals);
        if (!header.ordinary().isEmpty() && !(Double.parseDouble(duration) > 0)) {
            throw wrong("a data record must last longer than 0 s: " + duration);
        }
        return whole(header, size);
    }

    /** -1 stands for a number that was not known when the header was written. */
    private int records() {
        int records = integer("number of data records", 8);
        if (records < -1 || records == 0) {
            problems.add("the number of data records must be above 0, or -1 if it is not known: " + records);
        }
        return records;
    }

    private List<EdfSignal> signals(int count) {
        List<String> labels = texts(count, 16);
        at += count * 80;
        List<String> units = texts(count, 8);
        double[][] ends = new double[4][count];
        List<String> names = List.of("physical minimum", "physical maximum", "digital minimum", "digital maximum");
        for (int end = 0; end < ends.length; end++) {
            for (int i = 0; i < count; i++) {
                String place = " of signal " + i + " (" + labels.get(i) + ")";
                ends[end][i] = end < 2
                        ? Double.parseDouble(number(names.get(end) + place, 8))
                        : integer(names.get(end) + place, 8);
            }
        }
        at += count * 80;
        List<EdfSignal> signals = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < count; i++) {
            String place = "signal " + i + " (" + labels.get(i) + ")";
            int samples = integer("number of samples of " + place, 8);
            EdfSignal signal = new EdfSignal(
                    labels.get(i),
                    units.get(i),
                    ends[0][i],
                    ends[1][i],
                    (int) ends[2][i],
                    (int) ends[3][i],
                    samples,
                    offset);
            signals.add(signal);
            if (samples < 1) {
                problems.add(place + " must have at least 1 sample in a data record: " + samples);
            } else if (!signal.holdsAnnotations() && signal.digitalMinimum() >= signal.digitalMaximum()) {
                problems.add(place + ": the digital minimum " + signal.digitalMinimum()
                        + " must be below the digital maximum " + signal.digitalMaximum());
            }
            offset += (long) samples * (isBdf() ? 3 : 2);
        }
        return signals;
    }

    private EdfHeader whole(EdfHeader header, long size) {
        long held = (size - header.bytes()) / header.recordBytes();
        int announced = header.records();
        String remedy =
                "get the file anew; if this is all there is of it, write -1 for the number of data records into its header: "
                        + "printf -- '-1      ' | dd of=" + file.getFileName() + " bs=1 seek=236 conv=notrunc";
        if (announced > held) {
            throw new UserError(
                    file + ": the header announces " + announced + " data records of " + header.recordBytes()
                            + " bytes, but there are only " + held + "; the file is cut off",
                    remedy);
        }
        if (announced > 0 && announced < held) {
            throw new UserError(
                    file + ": the header announces " + announced + " data records of " + header.recordBytes()
                            + " bytes, but there are " + held,
                    remedy);
        }
        if (held == 0 || held > Integer.MAX_VALUE) {
            throw wrong("it holds " + held + " data records");
        }
        return new EdfHeader(
                file,
                header.wide(),
                header.interrupted(),
                header.subject(),
                header.bytes(),
                (int) held,
                header.duration(),
                header.signals());
    }

    /** The first part of an EDF+ patient field; the others are personal and not read. */
    private static String code(String patient) {
        String code = patient.split(" ", 2)[0];
        return NO_CODE.matcher(code).matches() ? "" : code;
    }

    private List<String> texts(int count, int width) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(width));
        }
        return texts;
    }

    private String text(int width) {
        String text = new String(bytes, at, width, StandardCharsets.ISO_8859_1);
        at += width;
        return text.replace('\0', ' ').strip();
    }

    private String number(String name, int width) {
        String text = text(width).replace(',', '.');
        if (!NUMBER.matcher(text).matches()) {
            problems.add("the " + name + " must be a number: '" + text + "'");
            return "0";
        }
        return text;
    }

    private int integer(String name, int width) {
        double value = Double.parseDouble(number(name, width));
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            problems.add("the " + name + " must be a whole number: " + value);
            return 0;
        }
        return (int) value;
    }

    private void failIfWrong() {
        if (!problems.isEmpty()) {
            throw UserError.of(file + ": the header is damaged", problems, "get the file anew");
        }
    }

    private UserError wrong(String what) {
        return new UserError(file + ": " + what, "get the file anew");
    }
}

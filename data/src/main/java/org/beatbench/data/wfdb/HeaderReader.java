package org.beatbench.data.wfdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Converter;
import org.beatbench.files.Contents;

/** Reads header files (WFDB Applications Guide, header(5)). */
final class HeaderReader {

    /** Used where a header gives no rate or gain, as the format prescribes. */
    private static final double DEFAULT_RATE = 250;

    /** No ECG is recorded faster; a rate beyond it is a slip that would be believed. */
    private static final int HIGHEST_RATE = 1_000_000;

    private static final double DEFAULT_GAIN = 200;

    /** As many as a second of any signal has; WFDB itself allows no more than a few. */
    private static final int MOST_PER_FRAME = 100_000;

    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final Pattern RATE =
            Pattern.compile("(" + NUMBER + ")(?:/" + NUMBER + "(?:\\(" + NUMBER + "\\))?)?");
    private static final Pattern FORMAT = Pattern.compile("(\\d+)(?:x(\\d+))?(?::(\\d+))?(?:\\+(\\d+))?");
    private static final Pattern GAIN = Pattern.compile("(" + NUMBER + ")(?:\\((-?\\d+)\\))?(?:/(\\S+))?");
    private static final int LEAD_FIELD = 8;

    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private int line;

    private HeaderReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a header.
     *
     * @throws UserError naming all that is wrong in it
     */
    static Header read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".hea");
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    file + " does not exist, so there is no record " + name,
                    "check folder and record name; a record consists of " + name
                            + ".hea, its signal file and its annotations");
        }
        return new HeaderReader(file).read(name);
    }

    private Header read(String name) throws IOException {
        List<String[]> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        int number = 0;
        // Headers are ASCII; comments of old ones may hold any byte, and must not make the record unreadable.
        for (String text : Contents.text(file, StandardCharsets.ISO_8859_1).split("\r\n|\n|\r")) {
            number++;
            if (text.startsWith("#")) {
                comments.add(text.substring(1).strip());
            } else if (!text.isBlank()) {
                lines.add(text.strip().split("[ \t]+"));
                numbers.add(number);
            }
        }
        if (lines.isEmpty()) {
            throw new UserError(file + ": the header is empty", "get the file anew");
        }
        line = numbers.get(0);
        String[] record = lines.get(0);
        int slash = record[0].indexOf('/');
        checkName(slash < 0 ? record[0] : record[0].substring(0, slash), name);
        int segments = slash < 0 ? 0 : integer("number of segments", record[0].substring(slash + 1));
        int count = record.length > 1 ? integer("number of signals", record[1]) : -1;
        double rate = record.length > 2 ? rate(record[2]) : DEFAULT_RATE;
        int samples = record.length > 3 ? integer("number of samples", record[3]) : 0;
        if (problems.isEmpty() && count < 1) {
            problem("there must be at least 1 signal");
        }
        if (samples < 0) {
            problem("the number of samples must not be negative: " + samples);
        }
        failIfWrong();
        if (slash >= 0) {
            List<SegmentLine> described = segments(lines, numbers, segments);
            failIfWrong();
            return new Header(name, rate, samples, List.of(), described, List.copyOf(comments));
        }
        if (lines.size() - 1 != count) {
            problem(count + " signals are announced, but " + (lines.size() - 1) + " described");
        }
        List<SignalLine> signals = new ArrayList<>();
        for (int i = 1; i <= Math.min(count, lines.size() - 1); i++) {
            line = numbers.get(i);
            signals.add(signal(lines.get(i)));
        }
        failIfWrong();
        return new Header(name, rate, samples, List.copyOf(signals), List.of(), List.copyOf(comments));
    }

    private void checkName(String found, String name) {
        if (!found.equals(name)) {
            problem("the header is that of record " + found);
        }
    }

    private List<SegmentLine> segments(List<String[]> lines, List<Integer> numbers, int count) {
        if (count < 1) {
            problem("there must be at least 1 segment");
        }
        if (lines.size() - 1 != count) {
            problem(count + " segments are announced, but " + (lines.size() - 1) + " described");
        }
        List<SegmentLine> segments = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            line = numbers.get(i);
            String[] fields = lines.get(i);
            int frames = fields.length > 1 ? integer("number of samples", fields[1]) : -1;
            if (fields.length < 2 || frames < 0) {
                problem("a segment has a name and a number of samples that is not negative");
            }
            if (fields[0].contains("/") || fields[0].contains("\\")) {
                problem("a segment must lie beside the header: " + fields[0]);
            }
            segments.add(new SegmentLine(fields[0], frames));
        }
        return List.copyOf(segments);
    }

    private double rate(String text) {
        Matcher matcher = RATE.matcher(text);
        double rate = matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
        if (!(rate > 0 && rate <= HIGHEST_RATE)) {
            problem("the sampling rate must be above 0 and at most " + HIGHEST_RATE + " samples a second: " + text);
        }
        return rate;
    }

    private SignalLine signal(String[] fields) {
        String name = fields[0];
        if (name.equals("-") || name.contains("/") || name.contains("\\")) {
            problem("the signal file must lie beside the header: " + name);
        }
        try {
            if (file.resolveSibling(name).equals(file)) {
                problem("the signal file must not be the header itself: " + name);
            }
        } catch (InvalidPathException e) {
            problem("the signal file cannot be called so: " + e.getReason());
        }
        Matcher format = FORMAT.matcher(fields.length > 1 ? fields[1] : "");
        SignalFormat known = SignalFormat.F16;
        int offset = 0;
        int perFrame = 1;
        int skew = 0;
        if (format.matches()) {
            known = known(format.group(1));
            perFrame = format.group(2) == null ? 1 : integer("number of samples in a frame", format.group(2));
            if (perFrame < 1 || perFrame > MOST_PER_FRAME) {
                problem("the number of samples in a frame must be 1 to " + MOST_PER_FRAME + ": " + format.group(2));
                perFrame = 1;
            }
            skew = format.group(3) == null ? 0 : integer("skew", format.group(3));
            offset = format.group(4) == null ? 0 : integer("byte offset", format.group(4));
        } else {
            problem("the signal format must be a number such as 212: " + (fields.length > 1 ? fields[1] : "nothing"));
        }
        OptionalInt zero = optional("ADC zero", fields, 4);
        double gain = DEFAULT_GAIN;
        int baseline = zero.orElse(0);
        String units = "mV";
        if (fields.length > 2) {
            Matcher given = GAIN.matcher(fields[2]);
            if (given.matches()) {
                double number = Double.parseDouble(given.group(1));
                // 0 means "not calibrated"; the format prescribes the default.
                gain = number == 0 ? DEFAULT_GAIN : number;
                if (Double.isInfinite(number)) {
                    problem("the gain is no number: " + given.group(1));
                }
                baseline = given.group(2) == null ? baseline : integer("baseline", given.group(2));
                units = given.group(3) == null ? units : given.group(3);
            } else {
                problem("the gain must look like 200, 200(1024) or 200(1024)/mV: " + fields[2]);
            }
        }
        Converter converter = Converter.of(optional("ADC resolution", fields, 3).orElse(0), zero.orElse(0));
        OptionalInt initial = optional("initial value", fields, 5);
        OptionalInt checksum = optional("checksum", fields, 6);
        optional("block size", fields, 7);
        String lead =
                fields.length > LEAD_FIELD ? String.join(" ", List.of(fields).subList(LEAD_FIELD, fields.length)) : "";
        if (!name.equals(SignalLine.NO_FILE) && known == SignalFormat.F0) {
            problem("signal format 0 has no file: " + name);
        }
        return new SignalLine(
                name, known, perFrame, skew, offset, gain, baseline, converter, units, initial, checksum, lead);
    }

    private SignalFormat known(String code) {
        return SignalFormat.of(code).orElseGet(() -> {
            problem("signal format " + code + " is not supported; supported are " + SignalFormat.codes());
            return SignalFormat.F16;
        });
    }

    private OptionalInt optional(String what, String[] fields, int index) {
        return index < fields.length ? OptionalInt.of(integer(what, fields[index])) : OptionalInt.empty();
    }

    private int integer(String what, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            problem("the " + what + " must be a whole number: " + text);
            return 0;
        }
    }

    private void problem(String text) {
        problems.add("line " + line + ": " + text);
    }

    private void failIfWrong() {
        if (!problems.isEmpty()) {
            throw UserError.of(file.toString(), problems, "correct the header, or get the record anew");
        }
    }
}

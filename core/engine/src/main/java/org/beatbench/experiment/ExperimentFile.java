package org.beatbench.experiment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.Require;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads an experiment from a YAML file; all that is wrong with it is said at once. */
public final class ExperimentFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String JOINED = "joined";

    private static final List<String> KEYS = List.of(
            "title",
            "dataset",
            "test-dataset",
            "forms",
            "protocols",
            "folds",
            "classifiers",
            "canaries",
            "seeds",
            "limits");

    private final String name;
    private final List<String> problems = new ArrayList<>();

    private ExperimentFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file; the experiment's id is the file's name without its ending.
     *
     * @throws UserError naming the file and everything wrong in it
     */
    public static Experiment read(Path file) throws IOException {
        String id = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        if (id.isBlank() || id.startsWith(".") || id.chars().anyMatch(Character::isISOControl)) {
            throw new UserError(
                    file + ": this name cannot be that of an experiment and its result folder",
                    "rename the file, such as mine.yaml");
        }
        try {
            return read(Contents.text(file, StandardCharsets.UTF_8), id, file.toString());
        } catch (CharacterCodingException e) {
            throw new UserError(file + ": is not text in UTF-8", "save it as UTF-8");
        }
    }

    /**
     * Reads an experiment from a text.
     *
     * @param text YAML
     * @param id the experiment's id
     * @param name what messages call the text
     * @throws UserError naming everything wrong in it
     */
    public static Experiment read(String text, String id, String name) {
        Object tree;
        try {
            tree = YAML.readValue(text, Object.class);
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new UserError(name + place + ": " + reason(e), "experiments/example.yaml shows the form");
        }
        return new ExperimentFile(name).experiment(tree == null ? "nothing" : tree, id);
    }

    /** The parser's words, or better ones for what happens most. */
    private static String reason(JacksonException problem) {
        String words = problem.getOriginalMessage();
        if (words.startsWith("No content")) {
            return "the file is empty";
        }
        if (words.contains("'\\t(TAB)'")) {
            return "a tab where YAML wants spaces";
        }
        if (words.startsWith("Trailing token")) {
            return "a second document begins; an experiment file has one";
        }
        return words.lines().findFirst().orElse("not YAML");
    }

    private Experiment experiment(Object tree, String id) {
        WrittenMap top = WrittenMap.of(tree, "", problems)
                .allowing(Stream.concat(KEYS.stream(), Inquiries.all().stream().map(Inquiry::id))
                        .toArray(String[]::new));
        for (String key : List.of("dataset", "protocols", "classifiers")) {
            if (top.value(key).isEmpty()) {
                top.problem(key + " is missing");
            }
        }
        if (top.value("protocols").isPresent() && top.list("protocols").isEmpty()) {
            top.problem("protocols must name at least one");
        }
        if (top.has("seeds") && top.list("seeds").isEmpty()) {
            top.problem("seeds must name at least one");
        }
        Experiment experiment = new Experiment(
                id,
                top.text("title").orElse(id),
                dataset(top),
                distinct(top, "forms", texts(top, "forms")),
                distinct(top, "protocols", protocols(top)),
                entries(top),
                seeds(top),
                limits(top.map("limits")),
                top.parsed("canaries", true, ExperimentFile::truth),
                folds(top),
                Inquiries.all().stream()
                        .collect(Collectors.toMap(Inquiry::id, inquiry -> use(top, inquiry.id(), inquiry::beats))));
        if (!problems.isEmpty()) {
            throw UserError.of(name, problems, "experiments/example.yaml shows every key");
        }
        return experiment;
    }

    /** The protocols that are named, by the ids that they have now. */
    private static List<String> protocols(WrittenMap map) {
        return texts(map, "protocols").stream().map(Protocols::current).toList();
    }

    /** The data set, joined with the one it is to be tested on if there is one; its protocol then is the only one. */
    private NamedSettings dataset(WrittenMap top) {
        NamedSettings training = namedSettings(top, "dataset");
        List<String> protocols = protocols(top);
        boolean across = protocols.contains(Protocols.ACROSS);
        if (!top.has("test-dataset")) {
            if (across) {
                top.problem(
                        "test-dataset is missing: the data set that is tested, for the protocol " + Protocols.ACROSS);
            }
            return training;
        }
        if (!protocols.equals(List.of(Protocols.ACROSS))) {
            top.problem(
                    "test-dataset is for the protocol " + Protocols.ACROSS
                            + ", which must then be the only one; the others divide one data set and need an experiment of their own");
        }
        return JoinedDataset.of(training, namedSettings(top, "test-dataset"));
    }

    private NamedSettings namedSettings(WrittenMap parent, String key) {
        Object written = parent.value(key).orElse("");
        if (!(written instanceof Map)) {
            return new NamedSettings(String.valueOf(written), Map.of());
        }
        WrittenMap map = parent.map(key).allowing("id", "settings");
        return new NamedSettings(required(map, "id"), map.map("settings").asMap());
    }

    private List<Entry> entries(WrittenMap top) {
        List<Entry> entries = new ArrayList<>();
        List<Object> written = top.list("classifiers");
        for (int i = 0; i < written.size(); i++) {
            String place = "classifiers[" + (i + 1) + "]";
            if (written.get(i) instanceof Map) {
                WrittenMap map = WrittenMap.of(written.get(i), place, problems)
                        .allowing("id", "label", "settings", "resampling", "calibration", "validation", "seeds");
                String id = required(map, "id");
                entries.add(new Entry(
                        map.text("label").orElse(""),
                        new NamedSettings(id, map.map("settings").asMap()),
                        map.text("resampling").orElse("none"),
                        map.text("calibration").orElse("none"),
                        joinsValidation(map),
                        map.value("seeds").isEmpty() ? List.of() : seeds(map)));
            } else {
                entries.add(new Entry("", new NamedSettings(String.valueOf(written.get(i)), Map.of()), "none"));
            }
        }
        if (entries.isEmpty() && top.value("classifiers").isPresent()) {
            top.problem("classifiers must name at least one, or be "
                    + Entry.ALL_OTHERS.classifier().id());
        }
        return entries;
    }

    private static boolean joinsValidation(WrittenMap entry) {
        String written = entry.text("validation").orElse("");
        if (!written.isEmpty() && !written.equals(JOINED)) {
            entry.problem("validation must be " + JOINED
                    + " (learn from the validation beats too, choose by none), or left out, not \"" + written + "\"");
        }
        return written.equals(JOINED);
    }

    private List<Long> seeds(WrittenMap top) {
        List<Long> seeds = new ArrayList<>();
        for (String text : texts(top, "seeds")) {
            try {
                seeds.add(Long.valueOf(text));
            } catch (NumberFormatException e) {
                top.problem("seeds must be whole numbers: " + text);
            }
        }
        return seeds.isEmpty() ? List.of(1L) : distinct(top, "seeds", seeds);
    }

    /** A number of beats, or a map with it and the protocols under which they are asked about. */
    private InquiryUse use(WrittenMap top, String key, Function<String, Integer> number) {
        if (!(top.value(key).orElse("") instanceof Map)) {
            return new InquiryUse(top.parsed(key, 0, number), List.of());
        }
        WrittenMap map = top.map(key).allowing("beats", "protocols");
        if (!map.has("beats")) {
            map.problem("beats is missing");
        }
        if (map.has("protocols") && map.list("protocols").isEmpty()) {
            map.problem("protocols must name at least one; left out, it means all");
        }
        List<String> protocols = distinct(map, "protocols", protocols(map));
        List<String> all = protocols(top);
        for (String protocol : protocols) {
            if (!all.contains(protocol)) {
                map.problem("protocols names " + protocol + ", which is not a protocol of this experiment"
                        + DidYouMean.among(protocol, all));
            }
        }
        return new InquiryUse(map.parsed("beats", 0, number), protocols);
    }

    /** The file of folds, which there must be if a protocol goes by it, and not otherwise. */
    private String folds(WrittenMap top) {
        String file =
                top.parsed("folds", "", text -> Require.path("folds", text).toString());
        List<String> users = Protocols.all().stream()
                .filter(Protocol::needsFolds)
                .map(Protocol::id)
                .toList();
        boolean used = protocols(top).stream().anyMatch(users::contains);
        if (used && file.isEmpty()) {
            top.problem("folds is missing: the file that says which row is in which fold, for the protocol "
                    + String.join(" or ", users));
        }
        if (!used && top.has("folds")) {
            top.problem(
                    "folds names a file that no protocol goes by; protocols must name " + String.join(" or ", users));
        }
        return file;
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false: " + text);
        }
        return Boolean.parseBoolean(text);
    }

    private Limits limits(WrittenMap map) {
        map.allowing("time", "memory", "threads");
        Limits defaults = Limits.defaults();
        return new Limits(
                map.parsed("time", defaults.time(), Limits::timeOf),
                map.parsed("memory", defaults.memoryMegabytes(), Limits::megabytesOf),
                map.parsed("threads", defaults.threads(), Limits::threadsOf));
    }

    private static List<String> texts(WrittenMap map, String key) {
        return map.list(key).stream().map(String::valueOf).toList();
    }

    private static <T> List<T> distinct(WrittenMap map, String key, List<T> values) {
        Set<T> seen = new HashSet<>();
        for (T value : values) {
            if (!seen.add(value)) {
                map.problem(key + " names " + value + " twice");
            }
        }
        return values;
    }

    private static String required(WrittenMap map, String key) {
        return map.text(key).orElseGet(() -> {
            map.problem(key + " is missing");
            return "";
        });
    }
}

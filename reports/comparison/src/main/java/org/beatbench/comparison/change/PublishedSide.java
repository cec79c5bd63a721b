package org.beatbench.comparison.change;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.canaries.Canaries;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;

/** Numbers without answers: a {@code results.csv} that somebody published. */
public final class PublishedSide implements Side {

    private static final String POOLED = "all";

    /** Those that are read; a file of another version may have others too. */
    private static final List<String> COLUMNS =
            List.of("protocol", "classifier", "id", "seed", "split", "metric", "class", "value", "beats");

    private static final List<String> OF_CLASS =
            Stream.of(ClassMetric.values()).map(ClassMetric::id).toList();

    private final String name;
    private final List<String> data;
    private final Map<String, String> competitors = new LinkedHashMap<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Map<List<String>, Numbers> numbers = new LinkedHashMap<>();

    private PublishedSide(String name, List<String> data) {
        this.name = name;
        this.data = List.copyOf(data);
    }

    /**
     * Reads numbers.
     *
     * @param name of the file, for messages
     * @param data fingerprints of the data; none if they are not known
     * @param csv the text of the file
     * @throws UserError if it is something else
     */
    public static PublishedSide of(String name, List<String> data, String csv) {
        PublishedSide side = new PublishedSide(name, data);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().containsAll(COLUMNS)) {
                    throw new IllegalArgumentException("its columns are " + String.join(", ", row.getHeader()));
                }
                side.add(row);
            }
        } catch (CsvParseException | IllegalArgumentException | IOException | NoSuchElementException | UserError e) {
            throw new UserError(
                    name + " does not hold the numbers of a comparison: " + e.getMessage(),
                    "give a result folder, or a results.csv that \"beatbench report\" wrote");
        }
        if (side.numbers.isEmpty()) {
            throw new UserError(
                    name + " does not hold the numbers of a comparison: no row has the split \"all\"",
                    "give a result folder, or a results.csv that \"beatbench report\" wrote");
        }
        return side;
    }

    private void add(NamedCsvRecord row) {
        String competitor = row.getField("classifier");
        String id = row.getField("id");
        competitors.merge(competitor, id, (known, same) -> known.isEmpty() ? same : known);
        if (OF_CLASS.contains(row.getField("metric"))) {
            classes.add(row.getField("class"));
        }
        if (row.getField("split").equals(POOLED)) {
            List<Long> seeds = Arrays.stream(row.getField("seed").split(" "))
                    .map(Long::valueOf)
                    .toList();
            numbers.computeIfAbsent(
                            List.of(
                                    competitor,
                                    Protocols.of(row.getField("protocol")).id()),
                            key -> new Numbers(seeds, Long.parseLong(row.getField("beats")), new LinkedHashMap<>()))
                    .values()
                    .put(
                            List.of(row.getField("metric"), row.getField("class")),
                            Double.parseDouble(row.getField("value")));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> data() {
        return data;
    }

    @Override
    public boolean hasAnswers() {
        return false;
    }

    @Override
    public List<String> classes() {
        return List.copyOf(classes);
    }

    @Override
    public Map<String, String> competitors() {
        Map<String, String> named = new LinkedHashMap<>(competitors);
        named.values().removeIf(Canaries::include);
        return named;
    }

    @Override
    public List<String> protocols() {
        return numbers.keySet().stream()
                .map(key -> Protocols.of(key.get(1)))
                .distinct()
                .sorted(Comparison.byStrictness())
                .map(Protocol::id)
                .toList();
    }

    @Override
    public Optional<Result> result(String competitor, String protocol) {
        return Optional.ofNullable(numbers.get(List.of(competitor, protocol)));
    }

    @Override
    public Optional<Result> result(String competitor, String protocol, List<Long> seeds) {
        return result(competitor, protocol).filter(result -> result.seeds().equals(seeds));
    }

    private record Numbers(List<Long> seeds, long beats, Map<List<String>, Double> values) implements Result {

        @Override
        public OptionalDouble value(ReportedMetric measure) {
            return Stream.ofNullable(values.get(List.of(measure.metric(), measure.className())))
                    .mapToDouble(value -> value)
                    .findFirst();
        }

        @Override
        public Optional<Score> score() {
            return Optional.empty();
        }
    }
}

package org.beatbench.micro.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beatbench.comparison.text.Data;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.micro.contest.Network;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Table;
import org.beatbench.stats.Sample;

/** The result of a duel in tables: one for each network to read, and one of all readings for programs. */
final class DuelTables {

    private static final List<String> COLUMNS =
            List.of("network", "contestant", "library", "measure", "unit", "round", "value");

    private final DuelPlan plan;
    private final DuelResult result;

    DuelTables(DuelPlan plan, DuelResult result) {
        this.plan = plan;
        this.result = result;
    }

    /** Every reading, a row each. */
    Data readings() {
        return new Data(
                COLUMNS,
                result.readings().stream()
                        .map(reading -> {
                            Participant participant = participant(reading.network(), reading.contestant())
                                    .orElseThrow();
                            return List.of(
                                    reading.network(),
                                    reading.contestant(),
                                    participant.library(),
                                    reading.measure(),
                                    reading.unit().symbol(),
                                    Integer.toString(reading.round()),
                                    Double.toString(reading.value()));
                        })
                        .toList());
    }

    /** Of each network: medians of all contestants, and how many times as fast the reference is as each of the others. */
    List<Table> summaries() {
        return plan.networks().stream()
                .filter(network -> result.participants().stream()
                        .anyMatch(participant -> participant.network().equals(network.id())))
                .map(this::summary)
                .toList();
    }

    private Table summary(Network network) {
        List<String> contestants = plan.contestants().stream()
                .filter(id -> participant(network.id(), id).isPresent())
                .toList();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("Measure"));
        for (String id : contestants) {
            columns.add(Table.Column.number(id, "median of the rounds"));
            if (comparesWith(network, id)) {
                columns.add(Table.Column.number(plan.contestants().get(0) + " : " + id, "median of the ratios"));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Exercise exercise : Exercise.all(plan.batches())) {
            for (SpeedMeasure measure : exercise.measures()) {
                rows.add(row(network, measure, contestants));
            }
        }
        return new Table(network.title(), note(network, contestants), columns, rows);
    }

    private List<Cell> row(Network network, SpeedMeasure measure, List<String> contestants) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(measure.title()));
        for (String id : contestants) {
            double[] values = result.readings().stream()
                    .filter(reading -> reading.network().equals(network.id())
                            && reading.contestant().equals(id)
                            && reading.measure().equals(measure.id()))
                    .mapToDouble(Reading::value)
                    .toArray();
            cells.add(median(measure.unit(), Sample.of(values).quantile(0.5)));
            if (comparesWith(network, id)) {
                cells.add(result.ratios().stream()
                        .filter(ratio -> ratio.network().equals(network.id())
                                && ratio.other().equals(id)
                                && ratio.measure().equals(measure.id()))
                        .findFirst()
                        .map(DuelTables::ratio)
                        .orElseThrow());
            }
        }
        return cells;
    }

    private boolean comparesWith(Network network, String id) {
        return result.ratios().stream()
                .anyMatch(ratio ->
                        ratio.network().equals(network.id()) && ratio.other().equals(id));
    }

    private static Cell median(SpeedUnit unit, double value) {
        return switch (unit) {
            case BEATS_PER_SECOND -> Cell.text(Numbers.count(Math.round(value)) + "/s");
            case MICROSECONDS -> Cell.of(Quantity.SECONDS, value / 1e6);
        };
    }

    private static Cell ratio(Ratio ratio) {
        return Cell.text(times(ratio.median())).withDetail("[" + times(ratio.low()) + "–" + times(ratio.high()) + "]");
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private String note(Network network, List<String> contestants) {
        String libraries = contestants.stream()
                .map(id ->
                        id + ": " + participant(network.id(), id).orElseThrow().library())
                .collect(Collectors.joining("; "));
        String absent = result.absences().stream()
                .filter(absence -> absence.network().equals(network.id()))
                .map(absence -> " Without " + absence.contestant() + ": " + absence.reason() + ".")
                .collect(Collectors.joining());
        return libraries + ". Medians of " + plan.rounds() + " rounds, in which all take turns of "
                + Numbers.duration(plan.turn()) + " with " + plan.threads()
                + " threads; then how many times as fast the first is, as the median [least–greatest] of the ratios of each"
                + " round."
                + (plan.padded() ? " The padding of a beat may be skipped, as in a run; Beatbench does." : "")
                + absent;
    }

    private Optional<Participant> participant(String network, String id) {
        return result.participants().stream()
                .filter(participant -> participant.network().equals(network)
                        && participant.contestant().equals(id))
                .findFirst();
    }
}

package org.beatbench.data.beats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/** Selected beats grouped by record, so that each record is opened once, and put back in their order. */
public final class ByRecord {

    private final Beats chosen;
    private final Map<String, List<Integer>> rows = new LinkedHashMap<>();

    private ByRecord(Beats chosen) {
        this.chosen = chosen;
    }

    /** Divides beats whose records are known. */
    public static ByRecord of(Beats chosen) {
        ByRecord divided = new ByRecord(chosen);
        for (int row = 0; row < chosen.size(); row++) {
            divided.rows
                    .computeIfAbsent(chosen.beat(row).record(), name -> new ArrayList<>())
                    .add(row);
        }
        return divided;
    }

    /** The names of the records, each once. */
    public List<String> records() {
        return List.copyOf(rows.keySet());
    }

    /** The beats of one of the records. */
    public Beats beats(String record) {
        return chosen.select(Selection.of(Objects.requireNonNull(rows.get(record), record).stream()
                .mapToInt(Integer::intValue)
                .toArray()));
    }

    /**
     * Puts together what was made of the beats of each record.
     *
     * @param perRecord for each of {@link #records}, in their order, equally many sets of as many beats as it has
     * @return as many sets of beats, each in the order of the beats that were divided
     */
    public List<Beats> together(List<List<Beats>> perRecord) {
        int sets = perRecord.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, sets)
                .mapToObj(
                        set -> inOrder(perRecord.stream().map(of -> of.get(set)).toList()))
                .toList();
    }

    private Beats inOrder(List<Beats> perRecord) {
        Beats[] sources = new Beats[chosen.size()];
        int[] places = new int[chosen.size()];
        int record = 0;
        for (List<Integer> own : rows.values()) {
            for (int place = 0; place < own.size(); place++) {
                sources[own.get(place)] = perRecord.get(record);
                places[own.get(place)] = place;
            }
            record++;
        }
        Beats.Builder all = Beats.builder(chosen.classes(), chosen.form());
        for (int row = 0; row < sources.length; row++) {
            all.add(sources[row].samples().row(places[row]), sources[row].beat(places[row]));
        }
        return all.build();
    }
}

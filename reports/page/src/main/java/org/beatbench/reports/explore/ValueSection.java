package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Section;

/** Values that are missing, constant, or not where they should be. */
final class ValueSection {

    private ValueSection() {}

    static Section of(Exploration data) {
        SampleValues values = data.values();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Missing values", Numbers.count(values.missing())));
        facts.add(new Fact("Infinite values", Numbers.count(values.infinite())));
        facts.add(new Fact(
                "Values outside 0 to 1",
                Numbers.count(values.below()) + " below, " + Numbers.count(values.above()) + " above"));
        if (Double.isFinite(values.least())) {
            facts.add(new Fact("Range", Numbers.plain(values.least()) + " to " + Numbers.plain(values.greatest())));
        }
        facts.add(new Fact("Constant beats", Numbers.count(values.constant())));
        facts.add(new Fact("Beats without samples", Numbers.count(values.empty())));
        facts.add(new Fact("Samples that are 0 in every beat", columns(values.zeroColumns())));
        facts.add(new Fact("Padding that is not 0", Phrases.counted(values.paddedWith(), "value", "values")));
        facts.add(new Fact("Beats without a class", Numbers.count(data.beats().size() - data.labelled())));
        return new Section("values", "Missing and constant values", List.of(new Facts(facts)));
    }

    /** Sample numbers, with {@code a–b} for those in a row: {@code 0, 185–186}. */
    static String columns(List<Integer> columns) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < columns.size(); i++) {
            boolean last = i == columns.size() - 1 || columns.get(i + 1) != columns.get(i) + 1;
            if (last) {
                int from = columns.get(start);
                int to = columns.get(i);
                runs.add(from == to ? String.valueOf(from) : from + "–" + to);
                start = i + 1;
            }
        }
        return runs.isEmpty() ? "none" : String.join(", ", runs);
    }
}

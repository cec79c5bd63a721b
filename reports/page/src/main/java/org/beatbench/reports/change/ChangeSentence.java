package org.beatbench.reports.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.beatbench.comparison.change.Change;
import org.beatbench.comparison.change.Changes;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocols;
import org.beatbench.stats.Interval;

/** What differs between two results, in one sentence: who is better or worse by macro-F1, beyond an interval. */
final class ChangeSentence {

    static final String MEASURE = Quality.MACRO_F1.id();

    private final Changes changes;

    ChangeSentence(Changes changes) {
        this.changes = changes;
    }

    String text() {
        String protocol = changes.bases().keySet().iterator().next();
        String start =
                Phrases.capital(Protocols.of(protocol).phrase()) + ", the strictest protocol that both completed, ";
        List<Change> all = changes.all().stream()
                .filter(change ->
                        change.protocol().equals(protocol) && change.measure().equals(MEASURE))
                .toList();
        if (all.isEmpty()) {
            return start + "no classifier has a macro-F1 in both.";
        }
        List<String> parts = new ArrayList<>();
        add(parts, "is higher in B for ", with(all, interval -> interval.low() > 0));
        add(parts, "is lower in B for ", with(all, interval -> interval.high() < 0));
        List<Change> open = with(all, interval -> interval.low() <= 0 && interval.high() >= 0);
        if (!open.isEmpty()) {
            parts.add("may be the same for " + names(open));
        }
        List<Change> bare =
                all.stream().filter(change -> change.interval().isEmpty()).toList();
        if (!bare.isEmpty()) {
            parts.add("differs for " + named(bare) + ", without an interval that would tell it from chance");
        }
        return start + "the macro-F1 " + Phrases.listed(parts) + ".";
    }

    private static List<Change> with(List<Change> all, Predicate<Interval> wanted) {
        return all.stream()
                .filter(change -> change.interval().filter(wanted).isPresent())
                .toList();
    }

    private static void add(List<String> parts, String words, List<Change> some) {
        if (!some.isEmpty()) {
            parts.add(words + named(some));
        }
    }

    private static String named(List<Change> some) {
        return Phrases.listed(some.stream()
                .map(change -> change.classifier() + " (" + Numbers.difference(change.difference()) + ")")
                .toList());
    }

    private static String names(List<Change> some) {
        return Phrases.listed(some.stream().map(Change::classifier).toList());
    }
}

package org.beatbench.micro.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came out of a duel.
 *
 * @param participants who took part to the end
 * @param absences who did not, and why
 * @param readings all that was measured
 * @param ratios how many times as fast the reference was, for each network, measure and other contestant
 */
record DuelResult(List<Participant> participants, List<Absence> absences, List<Reading> readings, List<Ratio> ratios) {

    /** Nothing. */
    static final DuelResult NONE = new DuelResult(List.of(), List.of(), List.of(), List.of());

    DuelResult {
        participants = List.copyOf(participants);
        absences = List.copyOf(absences);
        readings = List.copyOf(readings);
        ratios = List.copyOf(ratios);
    }

    /**
     * The result of one network.
     *
     * @param contestants ids, the reference first; without readings of it there are no ratios
     */
    static DuelResult of(
            List<String> contestants, List<Participant> participants, List<Absence> absences, List<Reading> readings) {
        List<Ratio> ratios = new ArrayList<>();
        for (String measure : readings.stream().map(Reading::measure).distinct().toList()) {
            List<Reading> reference = select(readings, measure, contestants.get(0));
            for (String other : contestants.subList(1, contestants.size())) {
                List<Reading> others = select(readings, measure, other);
                if (!reference.isEmpty() && !others.isEmpty()) {
                    ratios.add(Ratio.of(reference, others));
                }
            }
        }
        return new DuelResult(participants, absences, readings, ratios);
    }

    private static List<Reading> select(List<Reading> readings, String measure, String contestant) {
        return readings.stream()
                .filter(reading -> reading.measure().equals(measure)
                        && reading.contestant().equals(contestant))
                .toList();
    }

    /** Whether there is a network that a contestant could not show. */
    boolean misses(String contestant) {
        return absences.stream().anyMatch(absence -> absence.contestant().equals(contestant));
    }

    /** This and what came out for another network. */
    DuelResult and(DuelResult other) {
        return new DuelResult(
                joined(participants, other.participants),
                joined(absences, other.absences),
                joined(readings, other.readings),
                joined(ratios, other.ratios));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}

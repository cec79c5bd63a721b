package org.beatbench.protocol;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;

/**
 * Protocol {@code ds1-ds2}: the inter-patient lists of P. de Chazal, M. O'Dwyer and R. B. Reilly, "Automatic classification
 * of heartbeats using ECG morphology and heartbeat interval features", IEEE Trans. Biomed. Eng. 51 (2004), section II.
 */
record DeChazal() implements Protocol {

    private static final int MOST_NAMED = 8;

    static final Set<String> DS1 = Set.of(
            "101", "106", "108", "109", "112", "114", "115", "116", "118", "119", "122", "124", "201", "203", "205",
            "207", "208", "209", "215", "220", "223", "230");
    static final Set<String> DS2 = Set.of(
            "100", "103", "105", "111", "113", "117", "121", "123", "200", "202", "210", "212", "213", "214", "219",
            "221", "222", "228", "231", "232", "233", "234");

    @Override
    public String id() {
        return "ds1-ds2";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String title() {
        return "new patients (DS1 → DS2)";
    }

    @Override
    public String explanation() {
        return "Learns from the 22 MIT-BIH records of list DS1 and is tested on the 22 of DS2 (de Chazal 2004), the division"
                + " that the field compares by. The four records with paced beats (102, 104, 107, 217) are left out, and"
                + " what remains of class Q, 15 beats, is not scored. The lists do not keep all patients apart: record 201"
                + " in DS1 and record 202 in DS2 are the same man. Some subjects of DS1, about an eighth, are the"
                + " validation part; the seed has a say in which, and changes nothing else.";
    }

    @Override
    public boolean leaks() {
        return false;
    }

    @Override
    public boolean bySubject() {
        return true;
    }

    @Override
    public Set<String> unscored() {
        return Set.of("Q");
    }

    @Override
    public Set<String> knownOnBothSides() {
        return Set.of("201");
    }

    @Override
    public List<Split> splits(Beats beats, long seed) {
        Strata.of(beats);
        requireAllRecords(beats);
        Selection second = ofRecords(beats, DS2);
        Strata.Cut validation =
                SubjectValidation.cut(beats, ofRecords(beats, DS1), Draws.of(seed, "ds1-ds2/validation"));
        return List.of(Split.of(this, Split.ONLY, validation.rest(), validation.part(), second));
    }

    /** With records left out, scores would bear the name of a division that they are not of. */
    private void requireAllRecords(Beats beats) {
        Set<String> missing = new TreeSet<>(DS1);
        missing.addAll(DS2);
        int all = missing.size();
        beats.beats().forEach(beat -> missing.remove(beat.record()));
        if (!missing.isEmpty()) {
            throw new UserError(
                    "protocol " + id() + " needs all " + all
                            + " records of its lists DS1 and DS2 by their MIT-BIH names," + " and the data set lacks "
                            + named(missing, all),
                    "Use the data set mitdb with all its records, or the protocol "
                            + (beats.knowsSubjects() ? "patients or beats." : "beats."));
        }
    }

    private static String named(Set<String> missing, int all) {
        if (missing.size() == all) {
            return "every one of them";
        }
        String shown = missing.stream().limit(MOST_NAMED).collect(Collectors.joining(" "));
        return missing.size() > MOST_NAMED ? shown + " and " + (missing.size() - MOST_NAMED) + " more" : shown;
    }

    private static Selection ofRecords(Beats beats, Set<String> records) {
        return Selection.where(
                beats.size(), row -> records.contains(beats.beat(row).record()));
    }
}

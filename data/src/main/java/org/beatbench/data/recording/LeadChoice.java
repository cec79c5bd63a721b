package org.beatbench.data.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beatbench.api.UserError;

/**
 * The lead that beats are cut from, as a setting names it: by its number, or by names of which the first that a recording has is
 * taken, such as {@code MLII, II, V5}; and perhaps the ECG leads after it.
 */
public final class LeadChoice implements LeadSelection {

    private final List<String> wanted;
    private final int most;

    private LeadChoice(List<String> wanted, int most) {
        this.wanted = wanted;
        this.most = most;
    }

    /**
     * The choice that was written.
     *
     * @param written a number counted from 0, or names of leads, separated by commas; brackets around them do not matter
     * @throws IllegalArgumentException if it is neither
     */
    public static LeadChoice of(String written) {
        String bare = written.strip();
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        List<String> wanted =
                Arrays.stream(bare.split(",", -1)).map(String::strip).toList();
        for (String one : wanted) {
            if (one.isEmpty() || one.matches("[-+]\\d+") || (isNumber(one) && one.length() > 4)) {
                throw new IllegalArgumentException(
                        "signal must be a number counted from 0, or names of leads such as MLII, II, V5: " + written);
            }
        }
        return new LeadChoice(wanted, 1);
    }

    /** The chosen lead and, as far as there are more, the ECG leads that follow it, beginning anew behind the last. */
    public LeadChoice upTo(int leads) {
        return new LeadChoice(wanted, leads);
    }

    @Override
    public List<Lead> of(String record, List<Lead> leads) {
        Lead chosen = chosen(record, leads);
        List<Lead> kept = new ArrayList<>(List.of(chosen));
        for (int i = 1; i < leads.size() && kept.size() < most; i++) {
            Lead next = leads.get((chosen.number() + i) % leads.size());
            if (next.isEcg()) {
                kept.add(next);
            }
        }
        return kept;
    }

    private Lead chosen(String record, List<Lead> leads) {
        List<Lead> present =
                wanted.stream().flatMap(one -> find(one, leads).stream()).toList();
        if (present.isEmpty()) {
            throw missing(record, leads);
        }
        return present.stream().filter(Lead::isEcg).findFirst().orElseThrow(() -> noEcg(record, present.get(0), leads));
    }

    /** Of leads of one name, the first. */
    private static Optional<Lead> find(String wanted, List<Lead> leads) {
        return leads.stream()
                .filter(lead -> isNumber(wanted) ? lead.number() == Integer.parseInt(wanted) : lead.isCalled(wanted))
                .findFirst();
    }

    private UserError missing(String record, List<Lead> leads) {
        String which = isNumber(wanted.get(0)) ? "signal " : "lead ";
        return new UserError(
                "record " + record + " has no " + which + String.join(" or ", wanted) + ": it has " + leads.size()
                        + ", counted from 0: " + Lead.list(leads),
                "choose another with the setting signal, by number or by names of which the first that a record has is"
                        + " taken, such as signal: [MLII, II, V5]");
    }

    private static UserError noEcg(String record, Lead lead, List<Lead> leads) {
        List<Lead> others = leads.stream().filter(Lead::isEcg).toList();
        return new UserError(
                "record " + record + ": " + lead.inWords() + " in " + lead.units()
                        + " is no ECG, so there are no beats to" + " cut from it",
                others.isEmpty()
                        ? "leave the record out: none of its signals is an ECG"
                        : "choose an ECG lead of it with the setting signal: " + Lead.list(others));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+");
    }
}

package org.beatbench.data.edf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a lead in the label of a signal, which says what kind of signal it is, too: {@code ECG II} for lead II. */
final class EdfLabel {

    /** Recorders of EEG call all signals so, or {@code POL}. */
    private static final Pattern OF_EEG = Pattern.compile("(?i)(?:EEG|POL)[ _:-]+((?:ECG|EKG)\\d*)(?:[ _-].*)?");

    private static final Pattern OF_ECG = Pattern.compile("(?i)(?:ECG|EKG)[ _:-]+(?:lead )?(i{1,3}|av[rlf]|v[1-9]r?"
            + "|m(?:l|v|cl|od\\.)[ivl]*\\d*|c[msbc]\\d|d[123]|[xyz])(?:[ _-](?:ref|le|avg|wct))?");

    private EdfLabel() {}

    /** The lead, or the label itself where it is not that of a lead with a name of its own. */
    static String lead(String label) {
        Matcher ofEeg = OF_EEG.matcher(label);
        String bare = ofEeg.matches() ? ofEeg.group(1) : label;
        Matcher ofEcg = OF_ECG.matcher(bare);
        return ofEcg.matches() ? ofEcg.group(1) : bare;
    }
}

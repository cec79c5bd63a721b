package org.beatbench.data.recording;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of the signals of a recording: what its file says of it, without its samples.
 *
 * @param number its place among all signals of the recording, 0-based
 * @param name what was recorded, such as {@code MLII}; empty if unknown
 * @param units physical units, mostly {@code mV}
 */
public record Lead(int number, String name, String units) {

    private static final Set<String> VOLTS = Set.of("v", "mv", "uv", "µv", "μv", "nv", "microv", "millivolts");

    /** What stands for units where nothing was calibrated: neither for an ECG nor against it. */
    private static final Set<String> NO_UNITS = Set.of(
            "", "nu", "nd", "none", "n/a", "a.u.", "au", "adu", "adc", "count", "counts", "digital", "raw", "unknown");

    /** Names of electrocardiographic leads, as data bases of PhysioNet, EDF files and recorders write them. */
    private static final Pattern ECG = Pattern.compile("(?:ecg|ekg)\\b.*|.*\\b(?:ecg|ekg)\\d*"
            + "|(?:lead[ _-]?)?(?:i|ii|iii|av[rlf]|v[1-9]r?|v1[0-2])[+-]?|-avr"
            + "|m(?:od\\.?)?[ _-]?(?:l(?:i|ii|iii|[123])|v[1-9]|cl[ _-]?[1-9])|mcl[1-9]?"
            + "|d[1-3]|c[mcbs][1-9]|v[xyz]|[xyz]|e[sai]");

    /** Words in the names of signals that are something else, whatever their units. */
    private static final Pattern OTHER = Pattern.compile(
            ".*\\b(?:pleth\\w*|ppg|resp\\w*|abp\\w*|art|bp|nibp|ibp|cvp|pap|icp|lap|rap|uap|uvp|spo2|sao2|so2|hr|pulse|co2|etco2"
                    + "|imp\\w*|eeg\\w*|eog\\w*|emg\\w*|scg|bcg|pcg|phono\\w*|acc\\w*|gyro\\w*|flow|airflow|temp\\w*|gsr|eda|snore"
                    + "|pressure|status|marker|event|trigger)\\d*\\b.*");

    /** Whether it is an electrocardiogram, as far as name and units tell; where they tell nothing, it is taken for one. */
    public boolean isEcg() {
        String called = name.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (ECG.matcher(called).matches()) {
            return measuresVoltage() || NO_UNITS.contains(unit());
        }
        return !OTHER.matcher(called).matches() && (measuresVoltage() || NO_UNITS.contains(unit()));
    }

    /** Whether it bears a name; the case of letters and spaces around do not count. */
    boolean isCalled(String other) {
        return name.strip().equalsIgnoreCase(other.strip());
    }

    /** In words, such as {@code signal 1 (V5)}. */
    public String inWords() {
        return "signal " + number + (name.isEmpty() ? "" : " (" + name + ")");
    }

    /** A list in words, such as {@code 0 (MLII), 1 (V5)}. */
    static String list(List<Lead> leads) {
        return String.join(
                ", ",
                leads.stream()
                        .map(lead -> lead.number + (lead.name.isEmpty() ? "" : " (" + lead.name + ")"))
                        .toList());
    }

    private boolean measuresVoltage() {
        return VOLTS.contains(unit());
    }

    private String unit() {
        return units.strip().toLowerCase(Locale.ROOT);
    }
}

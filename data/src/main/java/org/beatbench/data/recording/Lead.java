package org.beatbench.data.recording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the signals of a recording: what its file says of it, without its samples.
 *
 * @param number its place among all signals of the recording, 0-based
 * @param name what was recorded, such as {@code MLII}; empty if unknown
 * @param units physical units, mostly {@code mV}
 */
public record Lead(int number, String name, String units) {

    /** What stands for units where nothing was calibrated: neither for an ECG nor against it. */
    private static final Set<String> NO_UNITS = Set.of(
            "", "nu", "nd", "none", "n/a", "a.u.", "au", "adu", "adc", "count", "counts", "digital", "raw", "unknown");

    /** Names of electrocardiographic leads, as data bases of PhysioNet, EDF files and recorders write them. */
    private static final Pattern ECG = Pattern.compile("(?:ecg|ekg)\\b.*|.*\\b(?:ecg|ekg)\\d*"
            + "|(?:lead[ _-]?)?(?:i|ii|iii|av[rlf]|v[1-9]r?|v1[0-2])[+-]?|-avr"
            + "|m(?:od\\.?)?[ _-]?(?:l(?:i|ii|iii|[123])|v[1-9]|cl[ _-]?[1-9])|mcl[1-9]?"
            + "|d[1-3]|c[mcbs][1-9]|v[xyz]|[xyz]|e[sai]");

    /** Names that say where it was recorded: {@code lead II}, {@code ECG V1}, {@code MLII}, {@code d2}, {@code aVR+}. */
    private static final Pattern PLACED = Pattern.compile(
            "(?:(?:ecg|ekg)[ _-]?)?(?:lead[ _-]?)?"
                    + "(?:(?<limb>i{1,3}|av[rlf])|d(?<bipolar>[1-3])|(?<chest>v(?:[1-9]r?|1[0-2]|[xyz]))"
                    + "|m(?:od\\.?)?[ _-]?l(?<modified>i{1,3}|[1-3])|m(?:od\\.?)?[ _-]?v(?<near>[1-9])|(?:m[ _-]?cl|c[mcbs])[ _-]?(?<chestlike>[1-9]))[+-]?");

    /** Words in the names of signals that are something else, whatever their units. */
    private static final Pattern OTHER = Pattern.compile(
            ".*\\b(?:pleth\\w*|ppg|resp\\w*|abp\\w*|art|bp|nibp|ibp|cvp|pap|icp|lap|rap|uap|uvp|spo2|sao2|so2|hr|pulse|co2|etco2"
                    + "|imp\\w*|eeg\\w*|eog\\w*|emg\\w*|scg|bcg|pcg|phono\\w*|acc\\w*|gyro\\w*|flow|airflow|temp\\w*|gsr|eda|snore"
                    + "|pressure|status|marker|event|trigger)\\d*\\b.*");

    /** Whether it is an electrocardiogram, as far as name and units tell; where they tell nothing, it is taken for one. */
    public boolean isEcg() {
        return isNamedEcg() || (!OTHER.matcher(called()).matches() && (measuresVoltage() || NO_UNITS.contains(unit())));
    }

    /** Whether it bears the name of an electrocardiogram, and units that do not speak against it. */
    private boolean isNamedEcg() {
        return ECG.matcher(called()).matches() && (measuresVoltage() || NO_UNITS.contains(unit()));
    }

    /**
     * Which of the signals of a file that may hold much else, such as a night in a sleep laboratory, are electrocardiograms: those
     * that are called so, or where none is, all that may be one; and if there is none of these either, all.
     *
     * @return their places in the list
     */
    public static List<Integer> ecgs(List<Lead> all) {
        for (Predicate<Lead> isWanted : List.<Predicate<Lead>>of(Lead::isNamedEcg, Lead::isEcg, lead -> true)) {
            List<Integer> found = IntStream.range(0, all.size())
                    .filter(place -> isWanted.test(all.get(place)))
                    .boxed()
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /**
     * The standard lead that its name says, such as {@code II}, {@code AVR} or {@code V1}; that of the place it looks from for modified
     * ones such as {@code MLII}, {@code MV5} or {@code MCL1}. Empty if the name does not say.
     */
    public Optional<String> standard() {
        Matcher name = PLACED.matcher(called());
        if (!name.matches()) {
            return Optional.empty();
        }
        return Stream.of("limb", "bipolar", "chest", "modified", "near", "chestlike")
                .filter(group -> name.group(group) != null)
                .findFirst()
                .map(group -> switch (group) {
                    case "bipolar", "modified" ->
                        name.group(group).startsWith("i")
                                ? name.group(group)
                                : "i".repeat(Integer.parseInt(name.group(group)));
                    case "near", "chestlike" -> "v" + name.group(group);
                    default -> name.group(group);
                })
                .map(lead -> lead.toUpperCase(Locale.ROOT));
    }

    /** This signal under another number. */
    public Lead numbered(int other) {
        return new Lead(other, name, units);
    }

    private String called() {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
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

    /** How many millivolts one of its units is; empty if they are no volts, or nobody knows what they are. */
    public OptionalDouble millivolts() {
        return switch (unit()) {
            case "v" -> OptionalDouble.of(1e3);
            case "mv", "millivolts" -> OptionalDouble.of(1);
            case "uv", "µv", "μv", "microv" -> OptionalDouble.of(1e-3);
            case "nv" -> OptionalDouble.of(1e-6);
            default -> OptionalDouble.empty();
        };
    }

    private boolean measuresVoltage() {
        return millivolts().isPresent();
    }

    private String unit() {
        return units.strip().toLowerCase(Locale.ROOT);
    }
}

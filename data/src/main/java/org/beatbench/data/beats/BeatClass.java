package org.beatbench.data.beats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The five classes of heartbeats of ANSI/AAMI EC57, in label order, with the annotation symbols of each.
 *
 * <p>The symbols {@code B n r ?} do not occur in the MIT-BIH Arrhythmia Database; they are classed by what they name.
 */
public enum BeatClass {
    /** Normal and bundle branch block beats, atrial and nodal escape beats. */
    N("normal", "N", "L", "R", "B", "e", "j"),
    /** Supraventricular ectopic beats. */
    S("supraventricular ectopic", "A", "a", "J", "S", "n"),
    /** Ventricular ectopic beats. */
    V("ventricular ectopic", "V", "E", "r"),
    /** Fusion of a ventricular and a normal beat. */
    F("fusion", "F"),
    /** Paced beats, fusions of a paced and a normal beat, and the few that nobody could class. */
    Q("paced or unclassifiable", "/", "f", "Q", "?");

    private static final Map<String, BeatClass> BY_SYMBOL = bySymbol();

    private final String title;
    private final List<String> symbols;

    BeatClass(String title, String... symbols) {
        this.title = title;
        this.symbols = List.of(symbols);
    }

    /** The class of an annotation symbol, or nothing if the symbol does not mark a beat. */
    public static Optional<BeatClass> of(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    /** The class names in label order: N S V F Q. */
    public static List<String> names() {
        return Arrays.stream(values()).map(BeatClass::name).toList();
    }

    /** What the class holds, in words. */
    public String title() {
        return title;
    }

    /** The annotation symbols of this class. */
    public List<String> symbols() {
        return symbols;
    }

    /** The label that stands for this class in beats. */
    @SuppressWarnings("EnumOrdinal") // The constants stand in label order.
    public int label() {
        return ordinal();
    }

    private static Map<String, BeatClass> bySymbol() {
        Map<String, BeatClass> classes = new HashMap<>();
        for (BeatClass beatClass : values()) {
            beatClass.symbols.forEach(symbol -> classes.put(symbol, beatClass));
        }
        return Map.copyOf(classes);
    }
}

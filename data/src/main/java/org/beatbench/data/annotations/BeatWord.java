package org.beatbench.data.annotations;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.beatbench.data.recording.Annotation;

/**
 * What people call a kind of beat, and the symbol that WFDB has for it: symbols themselves, the names of WFDB's library
 * ({@code ecgcodes.h}), and the words and abbreviations that cardiologists and recorders write.
 */
public enum BeatWord {
    NORMAL("N", "normal", "normal sinus", "sinus", "nsr"),
    LEFT_BLOCK("L", "lbbb", "left bundle branch block"),
    RIGHT_BLOCK("R", "rbbb", "right bundle branch block"),
    BLOCK("B", "bbb", "bundle branch block"),
    ATRIAL_PREMATURE("A", "apc", "apb", "pac", "apd", "atrial premature", "premature atrial", "atrial ectopic"),
    ABERRATED("a", "aberr", "aberrated atrial premature", "aberrated"),
    NODAL_PREMATURE("J", "npc", "pjc", "nodal premature", "junctional premature", "nodal (junctional) premature"),
    SUPRAVENTRICULAR(
            "S",
            "sveb",
            "sve",
            "sves",
            "svpb",
            "svpc",
            "supraventricular",
            "supraventricular premature",
            "supraventricular ectopic",
            "supraventricular extrasystole",
            "premature or ectopic supraventricular"),
    VENTRICULAR(
            "V",
            "pvc",
            "vpc",
            "vpb",
            "pvb",
            "vpd",
            "veb",
            "ves",
            "ventricular",
            "ventricular premature",
            "premature ventricular",
            "ventricular ectopic",
            "ventricular extrasystole"),
    R_ON_T("r", "ront", "r on t", "r on t premature ventricular"),
    FUSION("F", "fusion", "fusion of ventricular and normal"),
    ATRIAL_ESCAPE("e", "aesc", "atrial escape"),
    NODAL_ESCAPE("j", "nesc", "nodal escape", "junctional escape", "nodal (junctional) escape"),
    SUPRAVENTRICULAR_ESCAPE("n", "svesc", "supraventricular escape", "supraventricular escape (atrial or nodal)"),
    VENTRICULAR_ESCAPE("E", "vesc", "ventricular escape"),
    PACED("/", "pace", "paced", "pacemaker"),
    PACED_FUSION("f", "pfus", "fusion of paced and normal", "paced fusion"),
    UNCLASSIFIABLE("Q", "unclassifiable", "unclassified", "unknown"),

    /** A beat of which only the place is known. */
    UNCLASSED("?", "learn", "qrs", "r peak", "rpeak", "r wave", "beat", "heartbeat");

    /** Symbols of WFDB that mark something else. */
    private static final Set<String> OTHER_SYMBOLS =
            Set.of("~", "|", "s", "T", "*", "D", "\"", "=", "p", "^", "t", "+", "u", "!", "[", "]", "@", "x", "(", ")");

    /** Texts that recorders and scorers write, and that are no beats. */
    private static final Pattern NO_BEAT =
            Pattern.compile("(?:recording|record|acquisition) (?:starts?|ends?|started|ended|stops?)"
                    + "|(?:start|end|begin|stop)\\b.*|sleep stage .*|lights? (?:on|off).*|movement time|.*\\b(?:artefact|artifact|noise|pause)s?\\b.*"
                    + "|lead off.*|leads? .*off|.*\\b(?:rhythm|fibrillation|flutter|tachycardia|bradycardia|bigeminy|trigeminy|apnea|arousal)\\b.*"
                    + "|af|afib|vt|svt|vf|noise|arfct|stch|tch|systole|diastole|note|measure|pwave|twave|uwave|rhythm|flwav|vfon|vfoff|link|napc"
                    + "|pacesp|wfon|wfoff|[ptu] wave.*|event|marker|patient event|calibration");

    private static final Map<String, BeatWord> BY_WORD = byWord();

    private final String symbol;
    private final List<String> words;

    BeatWord(String symbol, String... words) {
        this.symbol = symbol;
        this.words = List.of(words);
    }

    /** Its symbol in WFDB. */
    public String symbol() {
        return symbol;
    }

    /** What a text calls a kind of beat; nothing if it is none, or a word that is not known. */
    static Optional<BeatWord> of(String text) {
        String stripped = text.strip();
        return Arrays.stream(values())
                .filter(word -> word.symbol.equals(stripped))
                .findFirst()
                .or(() -> Optional.ofNullable(BY_WORD.get(plain(stripped))));
    }

    /** The mark that a text makes, at the first sample; texts that name no beat become notes. */
    static Annotation annotation(String text) {
        String stripped = text.strip();
        Optional<BeatWord> word = of(stripped);
        if (word.isPresent()) {
            return Annotation.of(0, word.get().symbol);
        }
        if (OTHER_SYMBOLS.contains(stripped)) {
            return Annotation.of(0, stripped);
        }
        // WFDB writes rhythms with a bracket: (AFIB
        return new Annotation(0, stripped.startsWith("(") ? "+" : "\"", 0, 0, 0, stripped);
    }

    /** Whether a text may be the name of a beat in other words: it is neither one that is known nor known to be none. */
    static boolean isUnknown(String text) {
        String stripped = text.strip();
        return of(stripped).isEmpty()
                && !OTHER_SYMBOLS.contains(stripped)
                && !stripped.startsWith("(")
                && !NO_BEAT.matcher(plain(stripped)).matches();
    }

    /** In small letters, with single spaces, and without the word for beat at the end. */
    private static String plain(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
        return plain.replaceAll(" (?:beat|contraction|complex|depolari[sz]ation)s?$", "");
    }

    private static Map<String, BeatWord> byWord() {
        Map<String, BeatWord> words = new HashMap<>();
        for (BeatWord word : values()) {
            word.words.forEach(one -> words.put(one, word));
        }
        return Map.copyOf(words);
    }
}

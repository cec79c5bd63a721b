package org.beatbench.data.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;

/** In which order the kinds of beats of a subject come. */
final class Rhythm {

    /** Sinus beats between any two episodes, and at either end: at least so many. */
    private static final int APART = 1;

    private Rhythm() {}

    /**
     * The beats of the subject of this number. Which subjects have which kinds follows from the number, so that folds by
     * subject can have all of them; how many each has is drawn.
     */
    static List<BeatKind> of(int subject, int beats, SeededRandom random) {
        List<List<BeatKind>> episodes = new ArrayList<>();
        if (subject % 4 == 3) {
            add(BeatKind.PACED, share(beats, 0.2, 0.4, random), () -> random.between(4, 14), episodes);
        }
        if (subject % 5 == 0 || subject % 5 == 2) {
            add(BeatKind.ATRIAL, share(beats, 0.03, 0.14, random), () -> random.chance(0.2) ? 3 : 1, episodes);
        }
        if (subject % 3 != 2) {
            add(BeatKind.VENTRICULAR, share(beats, 0.03, 0.18, random), () -> random.chance(0.15) ? 2 : 1, episodes);
        }
        if (subject % 3 == 0) {
            add(BeatKind.FUSION, share(beats, 0.04, 0.12, random), () -> 1, episodes);
        }
        random.shuffle(episodes);
        return interleaved(episodes, beats, random);
    }

    /** Beats of which two in three are premature: a couplet after every sinus beat. */
    static List<BeatKind> ofCouplets(BeatKind premature, int beats) {
        List<BeatKind> kinds = new ArrayList<>();
        for (int i = 0; i < beats; i++) {
            kinds.add(i % 3 == 0 ? BeatKind.SINUS : premature);
        }
        return kinds;
    }

    private static int share(int beats, double least, double most, SeededRandom random) {
        return (int) Math.round(beats * random.uniform(least, most));
    }

    private static void add(BeatKind kind, int beats, IntSupplier length, List<List<BeatKind>> episodes) {
        for (int left = beats; left > 0; ) {
            List<BeatKind> episode = Collections.nCopies(Math.min(left, length.getAsInt()), kind);
            episodes.add(episode);
            left -= episode.size();
        }
    }

    /** Fills up with sinus beats, in random places. */
    private static List<BeatKind> interleaved(List<List<BeatKind>> episodes, int beats, SeededRandom random) {
        int taken = APART;
        int fitting = 0;
        while (fitting < episodes.size() && taken + episodes.get(fitting).size() + APART <= beats) {
            taken += episodes.get(fitting++).size() + APART;
        }
        int[] pauses = new int[fitting + 1];
        Arrays.fill(pauses, APART);
        for (int left = beats - taken; left > 0; left--) {
            pauses[random.between(0, fitting)]++;
        }
        List<BeatKind> kinds = new ArrayList<>(Collections.nCopies(pauses[0], BeatKind.SINUS));
        for (int i = 0; i < fitting; i++) {
            kinds.addAll(episodes.get(i));
            kinds.addAll(Collections.nCopies(pauses[i + 1], BeatKind.SINUS));
        }
        return kinds;
    }
}

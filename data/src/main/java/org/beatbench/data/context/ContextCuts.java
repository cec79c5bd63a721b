package org.beatbench.data.context;

import java.util.Optional;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCuts;

/** The beats of one recording in a form, to be cut some at a time; what is usual in the whole recording is known before. */
public final class ContextCuts {

    /** Published rows that are in memory together. */
    private static final int TOGETHER = 1_024;

    private final BeatCuts rows;
    private final Surroundings surroundings;
    private final Optional<BeatContext> context;
    private final Form form;

    /** @param context none where beats are published rows and nothing else */
    ContextCuts(BeatCuts rows, Surroundings surroundings, Optional<BeatContext> context, Form form) {
        this.rows = rows;
        this.surroundings = surroundings;
        this.context = context;
        this.form = form;
    }

    /** How many there are, with those that are left out because samples of theirs are missing. */
    public int size() {
        return rows.size();
    }

    /** What their columns are. */
    public Form form() {
        return form;
    }

    /** Those of them from one, 0-based, to before another, in order; fewer where samples are missing. */
    public Beats cut(int from, int to) {
        if (context.isEmpty()) {
            return rows.cut(from, to);
        }
        Beats.Builder all = Beats.builder(BeatClass.names(), form, to - from);
        for (int start = from; start < to; start += TOGETHER) {
            Beats cut = rows.cut(start, Math.min(to, start + TOGETHER));
            add(cut, rows.ordinals(cut), context.get(), all);
        }
        return all.build();
    }

    /** Adds beats with their surroundings. */
    private void add(Beats cut, int[] ordinals, BeatContext surrounding, Beats.Builder all) {
        float[] row = new float[form.width()];
        for (int i = 0; i < cut.size(); i++) {
            Beat beat = cut.beat(i);
            if (surroundings.hasRow()) {
                cut.samples().copyRow(i, row, 0);
            } else {
                beat = beat.ofLength(form.samples());
            }
            surrounding.copy(ordinals[i], row);
            all.add(row, beat);
        }
    }

    /** Beats that were cut in another way, with the surroundings of those that they are. */
    Beats with(Beats cut, int[] ordinals) {
        Beats.Builder all = Beats.builder(cut.classes(), form, cut.size());
        add(cut, ordinals, context.orElseThrow(), all);
        return all.build();
    }
}

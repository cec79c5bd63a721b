package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetInfo;
import org.beatbench.reports.Block;
import org.beatbench.reports.Disclosure;
import org.jspecify.annotations.Nullable;

/** The parts of an exploration that belong into a report about classifiers: whose the beats are and what they look like. */
public final class Excerpt {

    private Excerpt() {}

    /**
     * Explores beats, but for the numbers of beats, which a comparison knows by itself, and copies and neighbours, which an audit finds.
     *
     * @param info what the data set is
     * @param rate samples a second; none if the data set does not know
     * @param beats all beats, at least one
     * @param disclosure whether single beats are shown, {@link Disclosure#BEATS}, or not
     * @throws IllegalArgumentException if there are no beats, or nothing of them may be shown
     */
    public static List<Block> of(DatasetInfo info, @Nullable Double rate, Beats beats, Disclosure disclosure) {
        if (beats.isEmpty() || disclosure == Disclosure.NOTHING) {
            throw new IllegalArgumentException(beats.size() + " beats, of which to show " + disclosure);
        }
        Exploration data = new Exploration(info, rate, beats);
        List<Block> blocks = new ArrayList<>(List.of(ClassSection.support(data)));
        if (!data.present().isEmpty()) {
            blocks.addAll(ShapeSection.of(data, disclosure).blocks());
            blocks.addAll(LengthSection.of(data).blocks());
        }
        blocks.addAll(ComponentSection.of(data).blocks());
        blocks.addAll(ValueSection.of(data).blocks());
        return blocks;
    }
}

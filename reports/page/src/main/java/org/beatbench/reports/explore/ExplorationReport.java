package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetInfo;
import org.beatbench.reports.Block;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.jspecify.annotations.Nullable;

/** What there is to know about a data set before anything is trained on it. */
public final class ExplorationReport {

    private ExplorationReport() {}

    /**
     * Explores beats. All draws are seeded: the same beats give an equal report.
     *
     * @param info what the data set is
     * @param rate samples a second; none if the data set does not know
     * @param settings the settings it was loaded with, in the order in which they are to be shown
     * @param assumptions how the rows were made, a sentence each; empty if there is nothing to say
     * @param beats all beats, at least one, of any length and with any number of classes
     * @param command the command that makes this report again
     * @throws IllegalArgumentException if there are no beats
     */
    public static Report of(
            DatasetInfo info,
            @Nullable Double rate,
            Map<String, String> settings,
            List<String> assumptions,
            Beats beats,
            String command) {
        if (beats.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one beat to explore");
        }
        Exploration data = new Exploration(info, rate, beats);
        NearDuplicates nearDuplicates = NearDuplicates.of(data);
        List<Section> sections = new ArrayList<>();
        sections.add(Overview.section(data, nearDuplicates, settings));
        if (!assumptions.isEmpty()) {
            sections.add(new Section(
                    "rows",
                    "How the rows were made",
                    assumptions.stream().<Block>map(Prose::normal).toList()));
        }
        sections.add(ClassSection.of(data));
        if (!data.support().isEmpty()) {
            sections.add(GroupingSection.of(data));
        }
        if (!data.present().isEmpty()) {
            sections.add(ShapeSection.of(data, Disclosure.BEATS));
            sections.add(LengthSection.of(data));
        }
        sections.add(ComponentSection.of(data));
        sections.add(NearDuplicateSection.of(data, nearDuplicates));
        sections.add(ValueSection.of(data));
        sections.add(ResamplingSection.of(data));
        sections.add(again(info, command));
        return new Report(
                data.titled(info.name()), "What is in this data set, seen before anything is trained on it.", sections);
    }

    private static Section again(DatasetInfo info, String command) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal("Made again by:"));
        blocks.add(Prose.command(command));
        blocks.add(Prose.normal("Beatbench is free software under the Apache License 2.0"
                + (info.licence().isEmpty() ? "." : "; the data are under the licence named in the overview.")));
        blocks.add(Prose.warning("Beatbench is not a medical device. Nothing here must be used to judge a patient."));
        return new Section("again", "How to repeat this", blocks);
    }
}

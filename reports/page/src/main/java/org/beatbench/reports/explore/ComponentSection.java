package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Block;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Cloud.Spot;
import org.beatbench.reports.chart.Hue;

/** The beats seen along the two directions in which they differ most. */
final class ComponentSection {

    private static final int SPOTS = 1_500;

    /** Below this, two directions show every difference there is. */
    private static final int FEWEST = 3;

    /** Origins that get a colour of their own; the others share one. */
    private static final int NAMED = 9;

    private final Exploration data;
    private final Components components;
    private final Map<Integer, Spot> spots = new LinkedHashMap<>();

    private ComponentSection(Exploration data) {
        this.data = data;
        this.components = Components.of(data.beats().samples(), data.finite());
        for (int row : SeededSample.even(data.beats(), data.finite(), SPOTS, "components")) {
            float[] beat = data.beats().samples().row(row);
            spots.put(row, new Spot(components.score(beat, 0), components.score(beat, 1)));
        }
    }

    static Section of(Exploration data) {
        return new Section("components", "Principal components", blocks(data));
    }

    private static List<Block> blocks(Exploration data) {
        if (data.finite().length < FEWEST) {
            return List.of(Prose.normal("There are too few beats to compare."));
        }
        ComponentSection section = new ComponentSection(data);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal(section.method()));
        blocks.add(section.byClass());
        if (!data.support().isEmpty()) {
            blocks.add(section.byGroup());
        }
        return blocks;
    }

    private String method() {
        int used = data.finite().length;
        int leftOut = data.beats().size() - used;
        return "The components are those of " + (leftOut == 0 ? "all " : "")
                + Phrases.counted(used, "beat", "beats")
                + (leftOut == 0 ? "" : " without missing or infinite values")
                + ", padding included, as a model sees them"
                + (components.merged() == 1 ? "" : ", averaged over " + components.merged() + " samples at a time")
                + ". The first explains " + Numbers.share(components.share(0)) + " of the variance, the second "
                + Numbers.share(components.share(1)) + ". Drawn are "
                + Phrases.counted(spots.size(), "beat", "beats")
                + " picked at random, as many of each class as there are, up to equal parts; so rare classes look more"
                + " frequent than they are.";
    }

    private Figure byClass() {
        Map<Integer, List<Spot>> byClass = new TreeMap<>();
        List<Spot> others = new ArrayList<>();
        spots.forEach((row, spot) -> {
            int label = data.beats().label(row);
            (data.together().contains(label) ? byClass.computeIfAbsent(label, any -> new ArrayList<>()) : others)
                    .add(spot);
        });
        List<Cloud.Group> groups = new ArrayList<>();
        if (!others.isEmpty()) {
            groups.add(new Cloud.Group("other classes", Hue.NEUTRAL, others));
        }
        byClass.forEach((label, own) -> groups.add(new Cloud.Group(data.name(label), data.hue(label), own)));
        return cloud(
                "components-by-class",
                "by class",
                "Where colours mix, two directions are not enough to tell classes apart.",
                groups);
    }

    private Figure byGroup() {
        Map<String, List<Spot>> byGroup = new TreeMap<>();
        spots.forEach((row, spot) -> byGroup.computeIfAbsent(
                        data.grouping().of(data.beats().beat(row)), name -> new ArrayList<>())
                .add(spot));
        List<Map.Entry<String, List<Spot>>> named = byGroup.entrySet().stream()
                .filter(grouping -> !grouping.getKey().isEmpty())
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Spot>> grouping) ->
                                grouping.getValue().size())
                        .reversed())
                .limit(NAMED)
                .toList();
        List<Spot> others = new ArrayList<>();
        byGroup.entrySet().stream()
                .filter(grouping -> !named.contains(grouping))
                .forEach(grouping -> others.addAll(grouping.getValue()));
        List<Cloud.Group> groups = new ArrayList<>();
        if (!others.isEmpty()) {
            groups.add(new Cloud.Group("all others", Hue.NEUTRAL, others));
        }
        for (int i = 0; i < named.size(); i++) {
            groups.add(new Cloud.Group(
                    named.get(i).getKey(), Hue.ofSeries(i), named.get(i).getValue()));
        }
        return cloud(
                "components-by-" + data.grouping().one(),
                "by " + data.grouping().one(),
                "The same points; those with most of them have a colour of their own. Islands of one colour are not classes: a"
                        + " model may learn to tell whose beat it is.",
                groups);
    }

    private Figure cloud(String id, String title, String caption, List<Cloud.Group> groups) {
        return new Figure(
                id,
                data.titled("Principal components, " + title),
                caption,
                Phrases.counted(spots.size(), "beat", "beats")
                        + " along the two directions in which beats differ most, " + title + ".",
                new Cloud(axis("first", 0), axis("second", 1), groups));
    }

    private Axis axis(String name, int component) {
        return Axis.linear(
                name + " component, " + Numbers.share(components.share(component)) + " of the variance",
                Quantity.PLAIN);
    }
}

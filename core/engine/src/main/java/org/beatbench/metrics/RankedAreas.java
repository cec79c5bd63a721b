package org.beatbench.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The areas under the curves of some answers.
 *
 * @param byClass of each class against the rest, by its place: those that are defined
 * @param pooledRoc under the receiver operating characteristic of all classes pooled; empty if it is not defined
 */
public record RankedAreas(List<Map<Area, Double>> byClass, OptionalDouble pooledRoc) {

    public RankedAreas {
        byClass = byClass.stream().map(Map::copyOf).toList();
    }

    /** Measures rankings. */
    public static RankedAreas of(Rankings rankings) {
        return new RankedAreas(
                IntStream.range(0, rankings.classes())
                        .mapToObj(label -> areas(rankings.ofClass(label)))
                        .toList(),
                rankings.pooled().areaUnderRoc());
    }

    private static Map<Area, Double> areas(Ranking ranking) {
        Map<Area, Double> areas = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            area.of(ranking).ifPresent(value -> areas.put(area, value));
        }
        return areas;
    }

    /** An area of a class; empty if it is not defined. */
    public OptionalDouble ofClass(int label, Area area) {
        Double value = byClass.get(label).get(area);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The mean of an area over the classes for which it is defined; empty if there are none. */
    public OptionalDouble mean(Area area) {
        return byClass.stream()
                .map(areas -> areas.get(area))
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .average();
    }
}

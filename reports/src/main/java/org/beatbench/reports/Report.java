package org.beatbench.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything a report says, independent of how it is shown. Two reports that say the same are equal.
 *
 * @param title what it is about
 * @param subtitle one sentence under the title
 * @param sections in reading order
 */
public record Report(String title, String subtitle, List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
        Set<String> ids = new HashSet<>();
        Stream.concat(sections.stream().map(Section::id), figures(sections).map(Figure::id))
                .filter(id -> !ids.add(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("two sections or figures have the id " + id);
                });
    }

    /** All figures, in reading order. */
    public List<Figure> figures() {
        return figures(sections).toList();
    }

    private static Stream<Figure> figures(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block.figures().stream());
    }
}

package org.beatbench.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** The sections that everybody reads. */
    public List<Section> answers() {
        return sections.stream()
                .filter(section -> section.storey() == Section.Storey.ANSWER)
                .toList();
    }

    /** Those for who wants to know more. */
    public List<Section> particulars() {
        return sections.stream().filter(Section::isFolded).toList();
    }

    /** What words mean; empty if nothing is explained. */
    public Optional<Section> glossary() {
        return sections.stream()
                .filter(section -> section.storey() == Section.Storey.GLOSSARY)
                .findFirst();
    }

    /** The same under another title. */
    public Report titled(String other) {
        return new Report(other, subtitle, sections);
    }

    /** Some of its figures and nothing else; sections that have none of them are left out. */
    public Report only(Predicate<Figure> wanted) {
        return new Report(
                title,
                subtitle,
                sections.stream()
                        .map(section -> new Section(
                                section.id(),
                                section.title(),
                                section.storey(),
                                section.figures().stream()
                                        .filter(wanted)
                                        .map(Block.class::cast)
                                        .toList()))
                        .filter(section -> !section.blocks().isEmpty())
                        .toList());
    }

    private static Stream<Figure> figures(List<Section> sections) {
        return sections.stream().flatMap(section -> section.figures().stream());
    }
}

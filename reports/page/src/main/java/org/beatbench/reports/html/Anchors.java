package org.beatbench.reports.html;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;

/** Gives things of a page that have a title only an id of their own, so that they can be linked to. */
final class Anchors {

    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>(Set.of("content", "theme"));

    Anchors(Report report) {
        report.sections().stream().map(Section::id).forEach(taken::add);
        report.figures().stream().map(Figure::id).forEach(taken::add);
    }

    /** The id of the next thing, made of its title. */
    String next(String title) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String id =
                "table-" + words.substring(0, Math.min(LONGEST, words.length())).replaceAll("^-|-$", "");
        String free = id;
        for (int number = 2; !taken.add(free); number++) {
            free = id + "-" + number;
        }
        return free;
    }
}

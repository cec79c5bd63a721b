package org.beatbench.reports;

import java.util.List;
import org.beatbench.comparison.Support;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Table.Column;

/** The columns of a table that tell on how many people, or recordings, each class rests. */
public final class SupportColumns {

    /** What the columns say. */
    public static final String NOTE =
            "The effective number is that of equally large subjects that would be as uneven. Below"
                    + " three it is marked: such a class says little about other people.";

    private SupportColumns() {}

    /**
     * The heads of the columns.
     *
     * @param many what the origins are called, such as "subjects"
     */
    public static List<Column> of(String many) {
        return List.of(
                Column.number(Phrases.capital(many), "that have a beat of the class"),
                Column.number(
                        "Effective " + many,
                        "how many equally large " + many
                                + " would be as uneven: inverse Simpson index, 1 / sum of squared shares"),
                Column.text("Largest"),
                Column.number("Its share", "part of the class that is from the largest"));
    }

    /**
     * The cells of a class.
     *
     * @param isDoubtful whether to mark the effective number
     */
    public static List<Cell> cells(Support support, int label, boolean isDoubtful) {
        if (support.having(label) == 0) {
            return List.of(Cell.count(0), Cell.missing(), Cell.missing(), Cell.missing());
        }
        String largest = support.largest(label);
        double share = support.share(largest, label);
        return List.of(
                Cell.count(support.having(label)),
                Cell.of(Quantity.PLAIN, Math.round(10 * support.effective(label)) / 10.0)
                        .with(isDoubtful ? Cell.Emphasis.DOUBTFUL : Cell.Emphasis.NONE),
                Cell.text(largest),
                Cell.share(share).withBar(share));
    }
}

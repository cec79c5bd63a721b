package org.beatbench.reports;

import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;

/**
 * One cell of a table: what is written, and what it is sorted by.
 *
 * @param text what is written, already formatted
 * @param detail what is written smaller beside it, such as an interval; may be empty
 * @param value the number behind the text; NaN if there is none
 * @param bar the share of the cell that a bar behind the text fills, 0..1; 0 for no bar
 * @param emphasis how it stands out
 * @param link the file that the detail leads to, as seen from the folder of the report; empty if to none
 */
public record Cell(String text, String detail, double value, double bar, Emphasis emphasis, String link) {

    /** How a cell stands out. */
    public enum Emphasis {
        NONE,
        /** The best of its column. */
        BEST,
        /** Not to be taken at face value. */
        DOUBTFUL,
        /** Nothing is known. */
        MISSING,
        /** Of a yardstick and not of a competitor; a row of such cells stands below the others, however they are sorted. */
        REFERENCE
    }

    public Cell {
        if (!(bar >= 0 && bar <= 1)) {
            throw new IllegalArgumentException("bar must be 0..1: " + bar);
        }
    }

    /** A cell that leads nowhere. */
    public Cell(String text, String detail, double value, double bar, Emphasis emphasis) {
        this(text, detail, value, bar, emphasis, "");
    }

    public static Cell text(String text) {
        return new Cell(text, "", Double.NaN, 0, Emphasis.NONE);
    }

    /** A cell without a value. */
    public static Cell missing() {
        return new Cell("–", "", Double.NaN, 0, Emphasis.MISSING);
    }

    /** A number, written as its quantity is; a missing cell if it is not finite. */
    public static Cell of(Quantity quantity, double value) {
        return Double.isFinite(value)
                ? new Cell(Numbers.format(quantity, value), "", value, 0, Emphasis.NONE)
                : missing();
    }

    /** A number, or a missing cell. */
    public static Cell of(Quantity quantity, OptionalDouble value) {
        return value.isPresent() ? of(quantity, value.getAsDouble()) : missing();
    }

    /** A number with its interval. */
    public static Cell of(Quantity quantity, Estimate estimate) {
        Cell cell = of(quantity, estimate.value());
        return estimate.hasInterval() ? cell.withDetail(Numbers.interval(quantity, estimate)) : cell;
    }

    /** A number with its interval, or a missing cell. */
    public static Cell of(Quantity quantity, Optional<Estimate> estimate) {
        return estimate.map(some -> of(quantity, some)).orElseGet(Cell::missing);
    }

    public static Cell count(long value) {
        return of(Quantity.COUNT, (double) value);
    }

    public static Cell share(double value) {
        return of(Quantity.SHARE, value);
    }

    public Cell withDetail(String other) {
        return new Cell(text, other, value, bar, emphasis, link);
    }

    /**
     * This cell, with a detail that leads to a file.
     *
     * @param file as seen from the folder of the report, with slashes
     */
    public Cell withFile(String name, String file) {
        return new Cell(text, name, value, bar, emphasis, file);
    }

    /** This cell with a bar; nothing changes if {@code share} is not finite. */
    public Cell withBar(double share) {
        return Double.isFinite(share)
                ? new Cell(text, detail, value, Math.max(0, Math.min(1, share)), emphasis, link)
                : this;
    }

    public Cell with(Emphasis other) {
        return new Cell(text, detail, value, bar, other, link);
    }

    /** Whether there is a number behind the text. */
    public boolean hasValue() {
        return Double.isFinite(value);
    }
}

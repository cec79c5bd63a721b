package org.beatbench.data.kaggle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The first line of a file of rows, which may be a row already. */
record FirstLine(List<String> fields) {

    /** What stands for a missing or strange number is not the name of a column. */
    private static final Set<String> NO_NAMES = Set.of("nan", "na", "n/a", "null", "none", "inf", "infinity");

    static FirstLine of(String line) {
        return new FirstLine(Stream.of(line.split(",", -1)).map(FirstLine::bare).toList());
    }

    private static String bare(String field) {
        return field.strip().replaceFirst("^\"(.*)\"$", "$1").strip();
    }

    /** Whether it names the columns: at least one name, and not one number. */
    boolean names() {
        return fields.stream().anyMatch(FirstLine::isName) && fields.stream().noneMatch(FirstLine::startsLikeANumber);
    }

    /** What is wrong with the whole of it, where that explains what is wrong with its values. */
    Optional<String> remark(RowForm form) {
        if (fields.size() == 1 && fields.get(0).contains(";")) {
            return Optional.of("values are separated by semicolons; commas are read");
        }
        if (fields.size() == 1 && fields.get(0).contains("\t")) {
            return Optional.of("values are separated by tabs; commas are read");
        }
        if (counts()) {
            return Optional.of("this line counts the columns; leave it out");
        }
        boolean labelFirst = fields.size() == form.columns()
                && form.labelled()
                && isLabel(fields.get(0), form)
                && !isLabel(fields.get(fields.size() - 1), form);
        return labelFirst
                ? Optional.of(
                        "does the label stand first? Here it stands behind the samples; tables with the label first"
                                + " are read by the data set ucr")
                : Optional.empty();
    }

    private static boolean isLabel(String field, RowForm form) {
        try {
            double value = Double.parseDouble(field);
            return value == Math.rint(value) && value >= form.firstLabel() && value <= form.lastLabel();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether it counts the columns, from 0 or 1; no row of samples of 0 to 1 does. */
    boolean counts() {
        return fields.size() > 2 && (countsFrom(0) || countsFrom(1));
    }

    private boolean countsFrom(int start) {
        return IntStream.range(0, fields.size()).allMatch(i -> fields.get(i).equals(Integer.toString(start + i)));
    }

    private static boolean isName(String field) {
        return !field.isEmpty()
                && Character.isLetter(field.codePointAt(0))
                && !NO_NAMES.contains(field.toLowerCase(Locale.ROOT));
    }

    private static boolean startsLikeANumber(String field) {
        return !field.isEmpty() && "0123456789+-.".indexOf(field.charAt(0)) >= 0;
    }
}

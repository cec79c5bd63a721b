package org.beatbench.data.ucr;

import java.util.Objects;
import java.util.regex.Pattern;

/** The values of one line. */
final class Values {

    // Narrower than what Java takes for a number, which includes 1f, 0x1p3 and Infinity.
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int SHOWN = 20;

    private Values() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static boolean isNan(String text) {
        return text.equalsIgnoreCase("nan");
    }

    /**
     * Reads the values of a line, which is refused as a whole if one of them is wrong.
     *
     * @param texts the fields of the line
     * @param first the first field to read
     * @param end behind the last field to read
     * @throws WrongLine if there is no value, or one is missing or not a finite number
     */
    static float[] parse(String[] texts, int first, int end) throws WrongLine {
        if (end <= first) {
            throw new WrongLine("no values");
        }
        float[] values = new float[end - first];
        for (int i = 0; i < values.length; i++) {
            values[i] = parse(texts[first + i].strip(), i + 1);
        }
        return values;
    }

    private static float parse(String text, int place) throws WrongLine {
        if (text.isEmpty() || text.equals("?") || isNan(text)) {
            throw new WrongLine("value " + place + " is missing; series with gaps are not supported");
        }
        if (!isNumber(text)) {
            throw new WrongLine("value " + place + " is not a number: '" + shown(text) + "'");
        }
        float value = Float.parseFloat(text);
        if (Float.isInfinite(value)) {
            throw new WrongLine("value " + place + " is too great: " + shown(text));
        }
        return value;
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** What is wrong with a line. */
    static final class WrongLine extends Exception {

        private static final long serialVersionUID = 1;

        WrongLine(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }
}

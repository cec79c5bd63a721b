package org.beatbench.reports;

/**
 * A paragraph of plain text. Web addresses in it become links where the form of the report knows links.
 *
 * @param kind how much it matters
 */
public record Prose(Kind kind, String text) implements Block {

    /** How much a paragraph matters. */
    public enum Kind {
        /** Text as any other. */
        NORMAL,
        /** The answer to the question that the report was made for. */
        VERDICT,
        /** What must be known before any number is believed. */
        WARNING,
        /** A command to be copied, with its line breaks. */
        COMMAND
    }

    public static Prose normal(String text) {
        return new Prose(Kind.NORMAL, text);
    }

    public static Prose verdict(String text) {
        return new Prose(Kind.VERDICT, text);
    }

    public static Prose warning(String text) {
        return new Prose(Kind.WARNING, text);
    }

    public static Prose command(String text) {
        return new Prose(Kind.COMMAND, text);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.prose(this);
    }
}

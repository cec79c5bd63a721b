package org.beatbench.verification;

/** Ends a verification at the first difference: what comes after it would only be its consequences. */
public final class DifferenceFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Difference difference;

    public DifferenceFound(Difference difference) {
        super(difference.place() + ": " + difference.found() + ", but " + difference.expected());
        this.difference = difference;
    }

    /** The error for something at a place. */
    public static DifferenceFound at(String place, String found, String expected) {
        return new DifferenceFound(new Difference(place, found, expected));
    }

    public Difference difference() {
        return difference;
    }
}

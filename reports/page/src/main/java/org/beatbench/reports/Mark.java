package org.beatbench.reports;

/** Signs behind names, which are for readers: where programs read, names go without. */
public final class Mark {

    /** Stands behind a class whose scores rest on too few people. */
    public static final String FEW = " †";

    private Mark() {}

    /** A name without the sign behind it. */
    public static String without(String name) {
        return name.endsWith(FEW) ? name.substring(0, name.length() - FEW.length()) : name;
    }
}

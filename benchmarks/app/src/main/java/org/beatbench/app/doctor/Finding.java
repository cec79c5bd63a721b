package org.beatbench.app.doctor;

import java.util.Locale;

/**
 * What was found of one thing.
 *
 * @param remedy what to do about it; empty where nothing is wrong
 */
record Finding(String name, State state, String text, String remedy) {

    /** How things are. */
    enum State {
        OK,
        /** Something will not work, or not well, that not everybody needs. */
        WARNING,
        /** Experiments cannot be run. */
        BROKEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String name, String text) {
        return new Finding(name, State.OK, text, "");
    }

    static Finding warning(String name, String text, String remedy) {
        return new Finding(name, State.WARNING, text, remedy);
    }

    static Finding broken(String name, String text, String remedy) {
        return new Finding(name, State.BROKEN, text, remedy);
    }
}

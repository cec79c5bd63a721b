package org.beatbench.micro.duel;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * How busy the machine was with other things before a duel.
 *
 * @param average processes that wanted to run, on average over the last minute; negative if the system does not tell
 */
record Load(double average) {

    /** Above this, somebody else is at work. */
    private static final double QUIET = 0.5;

    /** The load right now. */
    static Load now() {
        return new Load(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    boolean isQuiet() {
        return average >= 0 && average <= QUIET;
    }

    /** A sentence for people. */
    String inWords() {
        if (average < 0) {
            return "It is not known how busy the machine was with other things.";
        }
        String load = String.format(Locale.ROOT, "%.1f", average);
        return isQuiet()
                ? "The machine was quiet before (load " + load + ")."
                : "The machine was busy with other things (load " + load + "): not for quoting.";
    }
}

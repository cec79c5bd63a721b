package org.beatbench.micro.duel;

import com.sun.management.OperatingSystemMXBean;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.beatbench.comparison.text.Numbers;

/**
 * How busy the machine was with other things before a duel.
 *
 * @param share of the processors' time that was used while nothing of ours ran, 0..1; negative if the system does not tell
 */
record Load(double share) {

    /** Above this, somebody else is at work. */
    private static final double QUIET = 0.1;

    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Does nothing for a while and looks what goes on. The system's load average would remember our own build. */
    static Load now() throws InterruptedIOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        // each call tells of the time since the one before
        system.getCpuLoad();
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        return new Load(system.getCpuLoad());
    }

    boolean isQuiet() {
        return share >= 0 && share <= QUIET;
    }

    /** A sentence for people. */
    String inWords() {
        if (share < 0) {
            return "It is not known how busy the machine was with other things.";
        }
        String busy = "(" + Numbers.share(share) + " of its processors)";
        return isQuiet()
                ? "The machine was quiet before " + busy + "."
                : "The machine was busy with other things " + busy + ": not for quoting.";
    }
}

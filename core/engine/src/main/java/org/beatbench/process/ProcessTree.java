package org.beatbench.process;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A process with all that it started, directly or not. What started something and ended is no longer found above it, so whoever
 * looks now and then knows more.
 */
public final class ProcessTree {

    /** Looking takes milliseconds, which a trial that is being timed should not lose often. */
    private static final long BETWEEN_LOOKS = 1_000_000_000L;

    private final ProcessHandle root;
    private final Set<ProcessHandle> below = new LinkedHashSet<>();
    private long lastLook = System.nanoTime();

    /** The tree below a process. */
    public ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /** Looks who is there, unless it did so a moment ago. */
    public void look() {
        if (System.nanoTime() - lastLook >= BETWEEN_LOOKS) {
            lookNow();
        }
    }

    /** Looks who is there. */
    public void lookNow() {
        lastLook = System.nanoTime();
        find();
    }

    /** Whether any of those that were seen is still there, the first aside. */
    public boolean livesBelow() {
        return below.stream().anyMatch(ProcessHandle::isAlive);
    }

    /** Ends all of them. */
    public void end() {
        find();
        root.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends all but the first. */
    public void endBelow() {
        find();
        below.forEach(ProcessHandle::destroyForcibly);
    }

    private void find() {
        root.descendants().forEach(below::add);
        for (ProcessHandle known : Set.copyOf(below)) {
            known.descendants().forEach(below::add);
        }
    }
}

package org.beatbench.plugins.process;

import java.util.concurrent.atomic.AtomicInteger;

/** How often a program had to be helped to its end. Nobody notices otherwise: what it leaves undone, Beatbench does. */
final class Manners {

    /** It went on with a fit that was cancelled, or stayed after it was told to end. */
    final AtomicInteger stayed = new AtomicInteger();

    /** It ended, and what it had started did not. */
    final AtomicInteger leftProcesses = new AtomicInteger();
}

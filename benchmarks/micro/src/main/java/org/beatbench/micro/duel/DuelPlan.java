package org.beatbench.micro.duel;

import java.time.Duration;
import java.util.List;
import org.beatbench.micro.contest.Network;

/**
 * What a duel is to measure.
 *
 * @param networks in this order
 * @param contestants ids; the first is the reference that all others are compared with
 * @param batches sizes of training batches
 * @param rounds how often each contestant has its turn
 * @param turn how long a turn takes at least
 * @param warmUp how long each contestant works before the first round
 * @param pause how long all are idle between two turns
 * @param threads threads of each contestant
 * @param seed of the weights and the choice of beats
 * @param padded whether contestants are told where a beat's padding begins, and may skip it
 */
record DuelPlan(
        List<Network> networks,
        List<String> contestants,
        List<Integer> batches,
        int rounds,
        Duration turn,
        Duration warmUp,
        Duration pause,
        int threads,
        long seed,
        boolean padded) {

    DuelPlan {
        networks = List.copyOf(networks);
        contestants = List.copyOf(contestants);
        batches = List.copyOf(batches);
    }
}

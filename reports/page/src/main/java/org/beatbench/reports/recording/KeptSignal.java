package org.beatbench.reports.recording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which parts of a signal a page holds sample by sample: all of a short recording, and of a long one as much of what somebody wants
 * to see as there is room for, in whole seconds.
 *
 * @param stretches in their order, none touching the next
 * @param isWhole whether that is all there is
 * @param granted what was wanted, and how much of it there is
 */
record KeptSignal(List<Stretch> stretches, boolean isWhole, List<Granted> granted) {

    KeptSignal {
        stretches = List.copyOf(stretches);
        granted = List.copyOf(granted);
    }

    /**
     * Chooses.
     *
     * @param room bytes that the samples may take, packed
     * @param wishes the most important first
     */
    static KeptSignal of(EcgTrace trace, int room, List<Wishes> wishes) {
        int second = (int) Math.max(1, Math.round(trace.rate()));
        int[] bytes = bytes(trace, second);
        long all = 0;
        for (int of : bytes) {
            all += of;
        }
        if (all <= room) {
            return new KeptSignal(
                    trace.size() == 0 ? List.of() : List.of(new Stretch(0, trace.size())), true, List.of());
        }
        BitSet kept = new BitSet(bytes.length);
        List<Granted> granted = new ArrayList<>();
        long left = room;
        for (Wishes wanted : wishes) {
            int count = 0;
            for (Wish wish : wanted.wishes) {
                int from = Math.max(0, (int) (wish.from * trace.rate() / second));
                int to = Math.min(bytes.length - 1, (int) (wish.to * trace.rate() / second));
                long cost = 0;
                for (int at = kept.nextClearBit(from); at <= to; at = kept.nextClearBit(at + 1)) {
                    cost += bytes[at];
                }
                if (cost <= left) {
                    left -= cost;
                    kept.set(from, Math.max(from, to + 1));
                    count++;
                }
            }
            granted.add(new Granted(wanted.name, count, wanted.wishes.size()));
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int from = kept.nextSetBit(0); from >= 0; from = kept.nextSetBit(from)) {
            int to = kept.nextClearBit(from);
            stretches.add(new Stretch(from * second, Math.min(trace.size(), to * second) - from * second));
            from = to;
        }
        return new KeptSignal(stretches, false, granted);
    }

    /** What each second of a signal takes; the first of a stretch may take three more. */
    private static int[] bytes(EcgTrace trace, int second) {
        int[] bytes = new int[(trace.size() + second - 1) / second];
        long before = 0;
        for (int sample = 0; sample < trace.size(); sample++) {
            int value = trace.samples().applyAsInt(sample);
            bytes[sample / second] += value == EcgTrace.MISSING ? 1 : Packing.length(value - before);
            before = value == EcgTrace.MISSING ? before : value;
        }
        return bytes;
    }

    /** Seconds that are kept. */
    double seconds(double rate) {
        return stretches.stream().mapToDouble(Stretch::count).sum() / rate;
    }

    /** The samples of all stretches, each beginning anew from 0. */
    String packed(EcgTrace trace) {
        Packing packing = new Packing();
        for (Stretch stretch : stretches) {
            long before = 0;
            for (int sample = stretch.from; sample < stretch.from + stretch.count; sample++) {
                before = packing.addSample(trace.samples().applyAsInt(sample), before);
            }
        }
        return packing.text();
    }

    /** So many samples from one on. */
    record Stretch(int from, int count) {}

    /** From when to when something is wanted, in seconds. */
    record Wish(double from, double to) {}

    /**
     * Things of one kind that are wanted, the most important first.
     *
     * @param name of the kind, in words
     */
    record Wishes(String name, List<Wish> wishes) {}

    /** How many things of a kind there are, and how many of them are kept. */
    record Granted(String name, int kept, int wanted) {}
}

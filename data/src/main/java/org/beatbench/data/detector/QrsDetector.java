package org.beatbench.data.detector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.data.annotations.BeatWord;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/**
 * Finds the beats of an ECG: samples go in one after the other, the places of beats come out, some 25 seconds later, in memory that
 * does not depend on the length.
 *
 * <p>After Pan and Tompkins 1985 ("A real-time QRS detection algorithm", IEEE Trans. Biomed. Eng. 32) and Hamilton 2002 ("Open source
 * ECG analysis", Computers in Cardiology 29), but with a look ahead: the energy of slope and curvature is brought to units of the
 * beats before and after it ({@link Lead}), leads are added up by how far beats rise out of the rest, peaks are judged by height and
 * rhythm on both sides ({@link Selection}), and marked where annotators put their marks ({@link Placement}). Gain, sign and unit do not
 * matter. Constants were tuned on the records DS1 of the MIT-BIH Arrhythmia Database alone.
 *
 * <p>What it does not do: find beats in ventricular fibrillation, or after the heart stops telling beats from noise that rises like
 * them. Of one thread.
 */
public final class QrsDetector {

    /** Samples a second that it was made for. */
    public static final double LOWEST_RATE = 100;

    /** Samples a second that it was made for. */
    public static final double HIGHEST_RATE = 1000;

    private static final int SECONDS_A_MINUTE = 60;

    /** What is usual is looked at in stretches of so many seconds. */
    private static final double STRETCH = 2;

    /** Stretches before and after one that say what is usual there. */
    private static final int AROUND = 4;

    /** Stretches after which peaks are judged anew. */
    private static final int TOGETHER = 4;

    /** Seconds of later peaks that must be known before one is judged for good. */
    private static final double AHEAD = 6;

    /** Seconds of earlier peaks that are kept to judge later ones. */
    private static final double BEHIND = 12;

    /** Seconds of signal that are kept; more than all of these together. */
    private static final double KEPT = 64;

    /** Lower peaks are nothing, in units of usual beats. */
    private static final double LOWEST = 0.08;

    /** Of peaks nearer than this, in seconds, the highest counts. */
    private static final double ONE_PEAK = 0.11;

    /** The first lead is the one to mark beats in, unless it has less than this part of what all see. */
    private static final double FIRST_LEAD = 0.1;

    private final double rate;
    private final LongConsumer marks;
    private final Lead[] leads;
    private final int capacity;
    private final double[] energies;
    private final int stretch;
    private final int delay;
    private final Selection selection;
    private final Placement placement;
    private final List<Peak> peaks = new ArrayList<>();
    private long added;
    private long ended;
    private long fused;
    private long end = Long.MAX_VALUE;
    private long lastMark = -1;

    /**
     * A detector.
     *
     * @param rate samples a second, {@value #LOWEST_RATE} to {@value #HIGHEST_RATE}
     * @param leads how many are looked at together
     * @param marks gets the places of beats, ascending, counted in samples from 0
     * @throws IllegalArgumentException if rate or leads are out of range
     */
    public QrsDetector(double rate, int leads, LongConsumer marks) {
        if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
            throw new IllegalArgumentException(
                    "rate must be " + LOWEST_RATE + " to " + HIGHEST_RATE + " samples a second: " + rate);
        }
        if (leads < 1) {
            throw new IllegalArgumentException("leads must be at least 1: " + leads);
        }
        this.rate = rate;
        this.marks = marks;
        this.stretch = (int) Math.round(STRETCH * rate);
        this.capacity = Integer.highestOneBit((int) (KEPT * rate)) * 2;
        this.energies = new double[capacity];
        this.leads = new Lead[leads];
        for (int i = 0; i < leads; i++) {
            this.leads[i] = new Lead(rate, capacity, AROUND);
        }
        this.delay = this.leads[0].delay();
        this.selection = new Selection(rate);
        this.placement = new Placement(rate);
    }

    /** As {@link #detect}, as marks of beats of which only the place is known. */
    public static List<Annotation> marks(Recording recording, Progress progress, Cancellation cancellation) {
        return Arrays.stream(detect(recording, progress, cancellation))
                .mapToObj(sample -> Annotation.of(sample, BeatWord.UNCLASSED.symbol()))
                .toList();
    }

    /**
     * The beats of a recording, by all of its leads that are kept; marked in the first of these.
     *
     * @return their samples, ascending
     * @param progress hears of minutes
     * @throws IllegalArgumentException if its rate is out of range
     * @throws org.beatbench.api.CancelledException if it was to stop
     */
    public static long[] detect(Recording recording, Progress progress, Cancellation cancellation) {
        List<Long> found = new ArrayList<>();
        int leads = recording.signals().size();
        QrsDetector detector = new QrsDetector(recording.rate(), leads, found::add);
        double[] samples = new double[leads];
        int minute = (int) Math.round(SECONDS_A_MINUTE * recording.rate());
        for (int at = 0; at < recording.size(); at++) {
            if (at % minute == 0) {
                cancellation.check();
                progress.advanced("minute", at / minute, recording.size() / minute);
            }
            for (int i = 0; i < leads; i++) {
                samples[i] = recording.signals().get(i).physical(at);
            }
            detector.add(samples);
        }
        detector.finish();
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Takes the next sample of each lead.
     *
     * @param samples in any unit; NaN where one is missing
     */
    public void add(double... samples) {
        if (samples.length != leads.length) {
            throw new IllegalArgumentException(samples.length + " samples for " + leads.length + " leads");
        }
        for (int i = 0; i < leads.length; i++) {
            leads[i].add(added, samples[i]);
        }
        added++;
        if (added - delay == (ended + 1) * stretch) {
            endStretch(ended * stretch + stretch);
            if (ended > AROUND) {
                fuse(ended - 1 - AROUND, (ended - AROUND) * stretch);
            }
        }
    }

    /** Says that this was all, and tells the beats that are left. Nothing can be added after it. */
    public void finish() {
        end = added;
        double[] missing = new double[leads.length];
        Arrays.fill(missing, Double.NaN);
        for (int i = 0; i < delay; i++) {
            add(missing);
        }
        if (ended == 0 && end > 0) {
            endStretch(end);
        }
        for (long index = fused / stretch; index < ended; index++) {
            fuse(index, index + 1 < ended ? (index + 1) * stretch : end);
        }
        judge(Long.MAX_VALUE);
    }

    private void endStretch(long to) {
        for (Lead lead : leads) {
            lead.endStretch(ended * stretch, to);
        }
        ended++;
    }

    /** Adds the leads up in one stretch, the first that this was not done for. */
    private void fuse(long index, long to) {
        long oldest = ended - leads[0].stretches();
        long first = Math.max(oldest, index - AROUND);
        long last = Math.min(ended - 1, index + AROUND);
        double worth = 0;
        for (Lead lead : leads) {
            worth += lead.weigh((int) (first - oldest), (int) (last - first + 1));
        }
        double scale = worth > 0 ? 1 / worth : 0;
        for (long at = fused; at < to; at++) {
            double sum = 0;
            for (Lead lead : leads) {
                sum += lead.share(at);
            }
            energies[(int) (at & (capacity - 1))] = scale * sum;
        }
        for (long at = Math.max(1, fused - 1); at < to - 1; at++) {
            find(at);
        }
        fused = to;
        if ((index + 1) % TOGETHER == 0) {
            judge(fused - (long) (AHEAD * rate));
        }
    }

    /** The square of the height of all leads together, in units of usual beats. */
    private double energy(long at) {
        return energies[(int) (at & (capacity - 1))];
    }

    private void find(long at) {
        double energy = energy(at);
        if (!(energy > LOWEST * LOWEST && energy > energy(at - 1) && energy >= energy(at + 1))) {
            return;
        }
        double height = Math.sqrt(energy);
        Peak peak = new Peak(at, height, leadOf(at));
        Peak last = peaks.isEmpty() ? null : peaks.get(peaks.size() - 1);
        if (last == null || last.isSettled() || at - last.sample() >= Math.round(ONE_PEAK * rate)) {
            peaks.add(peak);
        } else if (height > last.height()) {
            peaks.set(peaks.size() - 1, peak);
        }
    }

    private int leadOf(long at) {
        double sum = 0;
        int most = 0;
        for (int i = 0; i < leads.length; i++) {
            sum += leads[i].share(at);
            most = leads[i].share(at) > leads[most].share(at) ? i : most;
        }
        return leads[0].share(at) >= FIRST_LEAD * sum ? 0 : most;
    }

    private void judge(long to) {
        selection.judge(peaks);
        for (Peak peak : peaks) {
            if (!peak.isSettled() && peak.sample() < to) {
                peak.settle();
                if (peak.isAccepted()) {
                    mark(peak);
                }
            }
        }
        long kept = Math.min(to, fused) - (long) (BEHIND * rate);
        peaks.removeIf(peak -> peak.isSettled() && peak.sample() < kept);
    }

    private void mark(Peak peak) {
        long place = placement.of(peak, leads[peak.lead()], Math.max(0, added - capacity), Math.min(added, end));
        if (place > lastMark) {
            lastMark = place;
            marks.accept(place);
        }
    }
}

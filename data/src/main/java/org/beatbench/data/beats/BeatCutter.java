package org.beatbench.data.beats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.LeadChoice;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;

/**
 * Cuts a recording into heartbeats exactly as those of the published Kaggle "ECG Heartbeat Categorization Dataset" were
 * cut, and adds what that data set left out: whose beat it is, when it came, and its distance to its neighbours.
 *
 * <p>A beat is cut for every beat annotation but the last annotation of the record. It starts at the annotation and ends
 * a fifth of the following interval after the next annotation, whatever that marks (or another {@link BeatEnd}): {@code next + (int) (0.2 * (nextButOne
 * - next))}, or, where there is no next but one, {@code next + (int) (0.2 * (next - start))}. Of this part every {@code
 * rate / 120}th sample is kept, without a filter; they are scaled so that the least is 0 and the greatest 1, and only then
 * cut or padded with zeros to {@value #LENGTH} samples. (Recomputed from the published rows; the text that came with them,
 * Kachuee, Fazeli and Sarrafzadeh 2018, says otherwise.)
 *
 * <p>Immutable; may be used by several threads at once.
 */
public final class BeatCutter {

    /** Samples of a beat, padding included. */
    public static final int LENGTH = 187;

    static final Form FORM = Form.row(LENGTH);

    /** Samples a second of a beat. */
    public static final int BEAT_RATE = 120;

    /** Samples a second that recordings of another rate are brought to if that is wanted: those of the original data. */
    public static final int RECORDING_RATE = 360;

    /** Below this rate the steep parts of a QRS complex fall between two samples. */
    private static final int LEAST_RATE = 50;

    private final BeatEnd end;
    private final boolean resample;

    private BeatCutter(BeatEnd end, boolean resample) {
        this.end = end;
        this.resample = resample;
    }

    /** Cuts recordings at 360 samples a second or a multiple of it, as the published files were. */
    public static BeatCutter standard() {
        return of(BeatEnd.NEXT_ANNOTATION, false);
    }

    /**
     * Cuts recordings; see {@link LeadChoice} for the signal.
     *
     * @param end by what a beat ends
     * @param resample whether recordings whose rate is not a multiple of 360 are brought to 360 samples a second; if not,
     *     they are refused
     */
    public static BeatCutter of(BeatEnd end, boolean resample) {
        return new BeatCutter(end, resample);
    }

    /**
     * The beats of a recording in order, cut from the first of the signals that are kept of it, classes {@link BeatClass}. Beats with missing samples are left out.
     *
     * @throws UserError if its rate is not a multiple of 360 and may not be changed
     */
    public Beats cut(Recording recording) {
        BeatCuts all = open(recording);
        return all.cut(0, all.size());
    }

    /**
     * The same, to be cut some at a time.
     *
     * @throws UserError as {@link #cut}
     */
    public BeatCuts open(Recording recording) {
        return new BeatCuts(new Slices(recording, track(recording), end));
    }

    /**
     * Some beats of a recording as they would have been cut had it been disturbed. Label, subject, record, position and symbol stay;
     * a beat whose displaced part would take in missing samples is not displaced.
     *
     * @param chosen beats that {@link #cut} gives for the recording, in any order
     * @param perturbations one after the other, not all at once
     * @param seed of chance
     * @return for each perturbation the chosen beats, in their order
     * @throws UserError as {@link #cut}, and if the recording has no such beat
     */
    public List<Beats> disturbed(Recording recording, Beats chosen, List<Perturbation> perturbations, long seed) {
        int[] ordinals = ordinals(recording, chosen);
        PerturbedRecording perturbed = new PerturbedRecording(recording, seed);
        List<Beats> all = new ArrayList<>();
        for (Perturbation perturbation : perturbations) {
            Recording worse = perturbed.by(perturbation);
            Slices slices = new Slices(worse, track(worse), end);
            Beats.Builder cut = Beats.builder(BeatClass.names(), LENGTH);
            for (int i = 0; i < ordinals.length; i++) {
                if (!slices.cut(ordinals[i], cut, chosen.beat(i))) {
                    // Only a displaced part can have missing samples: noise and the like leave them where they are.
                    cut.add(chosen.samples().row(i), chosen.beat(i));
                }
            }
            all.add(cut.build());
        }
        return all;
    }

    /**
     * Which of all marked beats of a recording each of some is, 0-based.
     *
     * @throws UserError as {@link #cut}, and if the recording has no such beat
     */
    public int[] ordinals(Recording recording, Beats chosen) {
        return open(recording).ordinals(chosen);
    }

    /**
     * What is taken for granted when this recording is cut, a sentence each, for people to judge.
     *
     * @throws UserError as {@link #cut}
     */
    public List<String> assumptions(Recording recording) {
        Track track = track(recording);
        Lead lead = recording.leads().kept().get(0);
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                Locale.ROOT,
                "Signal %d (%s) of %d is used; the others are not looked at.",
                lead.number(),
                lead.name().isEmpty() ? "lead unknown" : lead.name(),
                recording.leads().all().size()));
        resampled(recording, track).ifPresent(sentences::add);
        sentences.add(String.format(
                Locale.ROOT,
                "Of %s samples a second every %s is kept, without a filter, which leaves %d.",
                number(track.rate()),
                track.step() == 1 ? "one" : ordinal(track.step()),
                BEAT_RATE));
        sentences.add(end.extent());
        sentences.add(
                "Each beat is scaled by itself from its least to its greatest value, so gain and offset do not matter;"
                        + " its first " + LENGTH + " samples are kept, and zeros follow a shorter one.");
        sentences.add(end.others());
        leftOut(recording, track).ifPresent(sentences::add);
        return List.copyOf(sentences);
    }

    /**
     * What of {@link #assumptions} holds whatever is made of the beats: which there are.
     *
     * @throws UserError as {@link #cut}
     */
    public List<String> choice(Recording recording) {
        Track track = track(recording);
        List<String> sentences = new ArrayList<>();
        resampled(recording, track).ifPresent(sentences::add);
        sentences.add("The beats are those of the published rows: one for each mark of a beat but the record's last.");
        leftOut(recording, track).ifPresent(sentences::add);
        return List.copyOf(sentences);
    }

    private static Optional<String> resampled(Recording recording, Track track) {
        return track.rate() == recording.rate()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "It was recorded at %s samples a second and is resampled to %d with a windowed-sinc filter.",
                        number(recording.rate()),
                        RECORDING_RATE));
    }

    private Optional<String> leftOut(Recording recording, Track track) {
        int missing = new Slices(recording, track, end).missing();
        return missing == 0
                ? Optional.empty()
                : Optional.of("Beats left out because samples of theirs are missing: " + missing + ".");
    }

    /** What must be said of a recording that gives no beat, as a sentence; empty if it gives one. */
    public Optional<String> withoutBeats(Recording recording) {
        String reason = new Slices(recording, track(recording), end).reasonForNone();
        return reason.isEmpty() ? Optional.empty() : Optional.of("It gives no beat: " + reason + ".");
    }

    private Track track(Recording recording) {
        Signal lead = recording.signals().get(0);
        if (recording.rate() < LEAST_RATE) {
            throw new UserError(
                    "record " + recording.name() + " was recorded at " + number(recording.rate())
                            + " samples a second; below " + LEAST_RATE + " beats cannot be told apart",
                    "leave the record out, or look whether its header gives the right rate");
        }
        if (recording.rate() % RECORDING_RATE == 0) {
            return Track.of(lead, recording.rate());
        }
        if (!resample) {
            throw new UserError(
                    "record " + recording.name() + " was recorded at " + number(recording.rate())
                            + " samples a second; beats are cut from " + RECORDING_RATE + " or a multiple of it",
                    "set resample to true to have it resampled to " + RECORDING_RATE
                            + " with an anti-aliasing filter; results will say so");
        }
        return Track.resampled(lead, recording.rate(), RECORDING_RATE);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String ordinal(int step) {
        return switch (step) {
            case 2 -> "second";
            case 3 -> "third";
            default -> step + "th";
        };
    }
}

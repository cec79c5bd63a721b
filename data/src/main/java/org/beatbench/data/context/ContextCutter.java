package org.beatbench.data.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.PerturbedRecording;
import org.beatbench.data.recording.Recording;

/**
 * Cuts a recording into heartbeats of a chosen form. They are the same beats in every form, in the same order: those that
 * {@link BeatCutter} cuts.
 *
 * <p>Immutable; may be used by several threads at once.
 */
public final class ContextCutter {

    private final BeatCutter rows;
    private final Surroundings surroundings;
    private final Reference reference;

    /**
     * @param rows what cuts the published rows, and says which beats there are
     */
    public ContextCutter(BeatCutter rows, Surroundings surroundings, Reference reference) {
        this.rows = rows;
        this.surroundings = surroundings;
        this.reference = reference;
    }

    /**
     * The cutter that gives beats of a form, if there is one.
     *
     * @param rows what cuts the published rows
     */
    public static Optional<ContextCutter> giving(Form form, BeatCutter rows) {
        for (Surroundings surroundings : Surroundings.values()) {
            for (Reference reference : Reference.values()) {
                for (int leads = 1; leads <= surroundings.leads(); leads++) {
                    if (surroundings.form(leads, reference).equals(form)) {
                        return Optional.of(new ContextCutter(rows, surroundings, reference));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What its beats are made of. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** What is usual for a recording. */
    public Reference reference() {
        return reference;
    }

    /**
     * The beats of a recording in order; see {@link BeatCutter#cut}. A recording of one lead gives beats of one, whatever the
     * form wants.
     */
    public Beats cut(Recording recording) {
        ContextCuts all = open(recording);
        return all.cut(0, all.size());
    }

    /** The same, to be cut some at a time. */
    public ContextCuts open(Recording recording) {
        if (surroundings == Surroundings.KAGGLE) {
            return new ContextCuts(rows.open(recording), surroundings, Optional.empty(), Form.row(BeatCutter.LENGTH));
        }
        BeatContext context = new BeatContext(recording, leads(recording), surroundings, reference);
        return new ContextCuts(rows.open(recording), surroundings, Optional.of(context), context.form());
    }

    /** Some beats of a recording as they would have been cut had it been disturbed; see {@link BeatCutter#disturbed}. */
    public List<Beats> disturbed(Recording recording, Beats chosen, List<Perturbation> perturbations, long seed) {
        if (surroundings == Surroundings.KAGGLE) {
            return rows.disturbed(recording, chosen, perturbations, seed);
        }
        int[] ordinals = rows.ordinals(recording, chosen);
        PerturbedRecording perturbed = new PerturbedRecording(recording, seed);
        Beats published = surroundings.hasRow() ? published(chosen) : chosen;
        List<Beats> worse = new ArrayList<>();
        for (Perturbation perturbation : perturbations) {
            Beats cut = surroundings.hasRow()
                    ? rows.disturbed(recording, published, List.of(perturbation), seed)
                            .get(0)
                    : chosen;
            worse.add(open(perturbed.by(perturbation)).with(cut, ordinals));
        }
        return worse;
    }

    /** What is taken for granted when this recording is cut, a sentence each. */
    public List<String> assumptions(Recording recording) {
        List<String> sentences =
                new ArrayList<>(surroundings.hasRow() ? rows.assumptions(recording) : rows.choice(recording));
        if (surroundings == Surroundings.KAGGLE) {
            return List.copyOf(sentences);
        }
        List<Integer> leads = leads(recording);
        sentences.add("Form " + form(recording).id() + ": " + form(recording)
                + (surroundings.hasRow() ? ", beginning with that row." : "."));
        if (!leads.isEmpty()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Leads looked at: %s. From each the baseline is taken off; %d samples at %d a second, %d of them before the"
                            + " mark, are divided by the height of the usual beat.",
                    String.join(
                            ", ",
                            leads.stream().map(lead -> lead(recording, lead)).toList()),
                    Windows.SIZE,
                    BeatCutter.BEAT_RATE,
                    Windows.BEFORE));
        }
        sentences.add(
                reference == Reference.LATE
                        ? "Usual is what beats are like that do not come early: the longer half of the intervals around, the"
                                + " median of late beats. This reference was designed with knowledge of the test half DS2 of"
                                + " the MIT-BIH database."
                        : "Usual is the median: of the intervals around, and of all beats.");
        sentences.add(
                surroundings.causal()
                        ? "Nothing of later beats is used; of the signal, up to a second after the mark."
                        : "What is usual is taken from the whole recording, later beats included, but from no label.");
        return List.copyOf(sentences);
    }

    /** Beats of several recordings as one, with the leads that all of them have. */
    public Beats together(List<Beats> recordings) {
        Form form = recordings.stream()
                .filter(beats -> !beats.isEmpty())
                .map(Beats::form)
                .min(Comparator.comparingInt(Form::width))
                .orElseGet(() -> surroundings.form(surroundings.leads(), reference));
        if (recordings.size() == 1 && recordings.get(0).form().equals(form)) {
            return recordings.get(0);
        }
        int size = recordings.stream().mapToInt(Beats::size).sum();
        Beats.Builder all = Beats.builder(BeatClass.names(), form, size);
        for (Beats beats : recordings) {
            int[] columns = beats.isEmpty() || beats.form().equals(form) ? new int[0] : columns(beats.form(), form);
            for (int row = 0; row < beats.size(); row++) {
                float[] values = beats.samples().row(row);
                all.add(columns.length == 0 ? values : picked(values, columns), beats.beat(row));
            }
        }
        return all.build();
    }

    private static float[] picked(float[] values, int[] columns) {
        float[] picked = new float[columns.length];
        for (int k = 0; k < columns.length; k++) {
            picked[k] = values[columns[k]];
        }
        return picked;
    }

    private static int[] columns(Form of, Form wanted) {
        int channels = wanted.startOfFeatures();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < of.features().size(); i++) {
            places.put(of.features().get(i).name(), of.startOfFeatures() + i);
        }
        return IntStream.range(0, wanted.width())
                .map(k -> k < channels
                        ? k
                        : Objects.requireNonNull(
                                places.get(wanted.features().get(k - channels).name())))
                .toArray();
    }

    private Form form(Recording recording) {
        return surroundings.form(leads(recording).size(), reference);
    }

    /** The published rows that beats of this form begin with. */
    private static Beats published(Beats beats) {
        Beats.Builder rows = Beats.builder(beats.classes(), BeatCutter.LENGTH);
        for (int i = 0; i < beats.size(); i++) {
            rows.add(Arrays.copyOf(beats.samples().row(i), BeatCutter.LENGTH), beats.beat(i));
        }
        return rows.build();
    }

    /** Which of the signals that are kept of a recording are looked at. */
    private List<Integer> leads(Recording recording) {
        return surroundings.hasRow()
                ? List.of()
                : IntStream.range(
                                0,
                                Math.min(
                                        surroundings.leads(),
                                        recording.signals().size()))
                        .boxed()
                        .toList();
    }

    private static String lead(Recording recording, int signal) {
        String name = recording.signals().get(signal).lead();
        return name.isEmpty() ? "signal " + signal : name;
    }
}

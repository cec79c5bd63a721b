package org.beatbench.data.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.InputContract;
import org.beatbench.data.beats.BeatCutter;

/** What beats of recordings are made of: the setting {@code form}. */
public enum Surroundings {
    /** The row of the published Kaggle data set, which begins at the R wave and is scaled by itself. */
    KAGGLE,
    /** That row, and what the intervals around say. */
    RHYTHM,
    /** One lead from before the P wave to after the T wave, its change from the recording's usual beat, rhythm and shape. */
    ONE_LEAD,
    /** The same with a second lead, where all recordings have one. */
    CONTEXT,
    /** As {@link #CONTEXT}, but with nothing of later beats, and of the signal nothing a second after the mark. */
    CONTEXT_CAUSAL;

    /** Whether nothing of later beats is used. */
    boolean causal() {
        return this == CONTEXT_CAUSAL;
    }

    /** How many leads are looked at, where there are so many. */
    public int leads() {
        return this == CONTEXT || this == CONTEXT_CAUSAL ? 2 : 1;
    }

    /** Whether the signal itself is looked at, and not its published row alone. */
    public boolean looksAtLeads() {
        return !hasRow();
    }

    /** Whether a beat begins with its published row. */
    boolean hasRow() {
        return this == KAGGLE || this == RHYTHM;
    }

    /**
     * What the columns are.
     *
     * @param leads how many leads are used, at least 1
     */
    Form form(int leads, Reference reference) {
        if (this == KAGGLE) {
            return Form.row(BeatCutter.LENGTH);
        }
        List<Input> channels = new ArrayList<>();
        List<Input> features = new ArrayList<>(Rhythm.inputs(causal()));
        if (hasRow()) {
            channels.addAll(Form.row(BeatCutter.LENGTH).channels());
        }
        for (int lead = 1; lead <= (hasRow() ? 0 : leads); lead++) {
            String name = "lead-" + lead;
            channels.add(new Input(name, "", "the signal, the usual beat's height being 1", causal()));
            channels.add(new Input(name + "-change", "", "the signal, aligned, less the usual beat", causal()));
            features.addAll(Shape.inputs(name + "-", causal()));
            if (!causal()) {
                features.addAll(Shape.standardisedInputs(name + "-"));
            }
        }
        return new Form(id(reference), hasRow() ? BeatCutter.LENGTH : Windows.SIZE, channels, features);
    }

    /**
     * What a recording must have for such beats.
     *
     * @param leads names of each lead that is looked at, the most frequent first
     */
    public InputContract input(List<List<String>> leads) {
        return hasRow()
                ? new InputContract(
                        leads.subList(0, 1),
                        0,
                        (double) BeatCutter.LENGTH / BeatCutter.BEAT_RATE,
                        "each beat from 0, its least value, to 1, its greatest")
                : new InputContract(
                        leads,
                        (double) Windows.BEFORE / BeatCutter.BEAT_RATE,
                        (double) (Windows.SIZE - Windows.BEFORE) / BeatCutter.BEAT_RATE,
                        "the recording's usual beat being 1 high");
    }

    private String id(Reference reference) {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return reference == Reference.LATE ? name : name + "-median";
    }
}

package org.beatbench.saliency;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Predictions;

/**
 * What a model's answer for a single beat rests on: the beat is asked about again and again, with another stretch hidden each time, in all
 * channels at once; see {@link Probe}. Features, such as intervals, stay as they are.
 */
public final class BeatOcclusion {

    private final Function<Beats, Predictions> model;

    /** @param model what it answers of beats, which it must see without labels */
    public BeatOcclusion(Function<Beats, Predictions> model) {
        this.model = model;
    }

    /**
     * How much less probable the answer is without each sample: the mean of what hiding the windows around it takes off, in the order of
     * the samples; 0 behind the end of the beat. Below 0 where the model is surer without it.
     *
     * @param row of the beat
     * @param label what the model answered
     * @param probability of that, 0 to 1
     */
    public float[] drops(Beats beats, int row, int label, float probability) {
        Form form = beats.form();
        Beat beat = beats.beat(row).sealed();
        List<Window> windows = Occlusion.windows(form.samples()).stream()
                .filter(window -> window.to() <= beat.unpaddedLength())
                .toList();
        float[] drops = new float[form.samples()];
        if (windows.isEmpty()) {
            return drops;
        }
        float[] whole = beats.samples().row(row);
        Beats.Builder questions = Beats.builder(beats.classes(), form, windows.size());
        windows.forEach(window -> questions.add(hidden(whole, form, beat.unpaddedLength(), window), beat));
        Predictions answers = model.apply(questions.build());
        int[] covered = new int[drops.length];
        for (int i = 0; i < windows.size(); i++) {
            for (int k = windows.get(i).from(); k < windows.get(i).to(); k++) {
                drops[k] += probability - answers.probability(i, label);
                covered[k]++;
            }
        }
        for (int k = 0; k < drops.length; k++) {
            drops[k] /= Math.max(1, covered[k]);
        }
        return drops;
    }

    private static float[] hidden(float[] whole, Form form, int unpadded, Window window) {
        float[] hidden = whole.clone();
        for (int from = 0; from < form.startOfFeatures(); from += form.samples()) {
            float[] channel = Arrays.copyOfRange(whole, from, from + form.samples());
            System.arraycopy(Occlusion.hidden(channel, unpadded, window), 0, hidden, from, channel.length);
        }
        return hidden;
    }
}

package org.beatbench.app.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beatbench.api.Beats;
import org.beatbench.api.InputContract;
import org.beatbench.api.Predictions;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.beatbench.data.summary.BeatSequence;
import org.beatbench.data.summary.Episode;
import org.beatbench.models.BeatFlag;
import org.beatbench.models.ModelCard;
import org.beatbench.models.TrainingExamples;
import org.beatbench.reports.recording.AnsweredBeats;
import org.beatbench.reports.recording.AnsweredRecording;
import org.beatbench.reports.recording.BeatLook;
import org.beatbench.reports.recording.CloserLooks;
import org.beatbench.reports.recording.EcgTrace;

/** The beats of a recording with all that was answered, for its page. */
final class PageBeats {

    private final Recording recording;
    private final ModelCard card;
    private final AnsweredBeats.Builder builder;
    private final long[] places;
    private final BeatLooks looks;
    private final Map<Integer, BeatLook> looked = new TreeMap<>();
    private int next;

    /**
     * @param isClassed whether the marks say the class
     * @param looks at some beats
     */
    PageBeats(Recording recording, ModelCard card, boolean isClassed, BeatLooks looks) {
        this.looks = looks;
        this.recording = recording;
        this.card = card;
        List<String> classes = card.beats().classes();
        this.builder = AnsweredBeats.of(classes.size());
        this.places = recording.annotations().stream()
                .filter(mark -> BeatClass.of(mark.symbol()).isPresent())
                .mapToLong(mark -> mark.sample())
                .toArray();
        BeatSequence marked = BeatSequence.marked(recording);
        for (int beat = 0; beat < places.length; beat++) {
            Optional<BeatClass> kind = isClassed ? marked.classes().get(beat) : Optional.empty();
            builder.beat(
                    places[beat],
                    beat > 0 && marked.unbroken().get(beat - 1),
                    kind.map(known -> classes.indexOf(known.name())).orElse(AnsweredBeats.NONE));
        }
    }

    /** Adds answers, in the order of the beats. */
    void add(AnsweredBlock block) {
        Beats beats = block.beats();
        Predictions answers = block.answers();
        float[] chances = new float[answers.classes()];
        for (int row = 0; row < beats.size(); row++) {
            long sample = beats.beat(row).position();
            while (places[next] != sample) {
                next++;
            }
            boolean isFlat = block.isFlat(row);
            for (int label = 0; label < chances.length; label++) {
                chances[label] = answers.probability(row, label);
            }
            builder.answer(
                    next,
                    isFlat ? AnsweredBeats.NONE : answers.label(row),
                    block.second(row),
                    chances,
                    block.flags().get(row).stream().map(BeatFlag::word).toList());
            int place = next;
            looks.of(block, row).ifPresent(look -> looked.put(place, look));
            next = Math.min(next + 1, places.length - 1);
        }
    }

    private CloserLooks closerLooks() {
        InputContract input = card.beats().input();
        return new CloserLooks(
                BeatCutter.BEAT_RATE,
                input == null ? 0 : input.before(),
                looks.examples().map(all -> all.beats().size()).orElse(0),
                looks.examples().map(TrainingExamples::usual).orElse(0.0),
                looked);
    }

    AnsweredRecording recording(String name, String marks, List<Episode> episodes, TextTable summary, String command) {
        Signal signal = recording.signals().get(0);
        Lead lead = recording.leads().kept().get(0);
        return new AnsweredRecording(
                name,
                marks,
                recording.warnings(),
                card,
                card.beats().classes().stream()
                        .map(label -> BeatClass.valueOf(label).title())
                        .toList(),
                new EcgTrace(
                        lead.inWords(),
                        signal.size(),
                        signal::adc,
                        recording.rate(),
                        signal.gain(),
                        signal.baseline(),
                        signal.units(),
                        lead.millivolts()),
                builder.build(),
                closerLooks(),
                BeatFlag.meanings(),
                episodes.stream()
                        .map(episode -> new org.beatbench.reports.recording.Episode(
                                episode.name(), episode.isPause(), episode.first(), episode.beats(), episode.seconds()))
                        .toList(),
                summary,
                command);
    }
}

package org.beatbench.app.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.beatbench.data.annotations.BeatWord;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.data.summary.BeatSequence;
import org.beatbench.data.summary.Figure;
import org.beatbench.data.summary.RecordingSummary;
import org.beatbench.models.AcrossPeople;
import org.beatbench.models.ClassScore;
import org.beatbench.models.ModelCard;
import org.beatbench.models.PartScore;
import org.beatbench.models.TrueCount;
import org.beatbench.reports.recording.AnsweredRecording;
import org.jspecify.annotations.Nullable;

/** The answers for the beats of a recording, and what they come to. */
final class RecordingAnswers {

    private static final double PERCENT = 100;

    private final Recording recording;
    private final boolean found;
    private final ModelCard card;
    private final Map<Long, BeatClass> byPlace = new HashMap<>();
    private final @Nullable PageBeats page;

    /** @param looks at single beats for a page, for which all of each answer is kept, and not its class only; none if no page is wanted */
    RecordingAnswers(RecordingFile.Cut cut, ModelCard card, Optional<BeatLooks> looks) {
        this.recording = cut.recording();
        this.found = cut.found();
        this.card = card;
        this.page = looks.map(one -> new PageBeats(recording, card, isClassed(), one))
                .orElse(null);
    }

    void add(AnsweredBlock block) {
        if (page != null) {
            page.add(block);
        }
        for (int row = 0; row < block.size(); row++) {
            if (!block.isFlat(row)) {
                byPlace.put(
                        block.beats().beat(row).position(),
                        BeatClass.valueOf(
                                card.beats().classes().get(block.answers().label(row))));
            }
        }
    }

    /** A mark for each beat: its class, or that of a beat that nobody could class where there is no answer. */
    List<Annotation> marks() {
        return recording.annotations().stream()
                .filter(mark -> BeatClass.of(mark.symbol()).isPresent())
                .map(mark -> Annotation.of(
                        mark.sample(),
                        Optional.ofNullable(byPlace.get(mark.sample()))
                                .map(BeatClass::name)
                                .orElse(BeatWord.UNCLASSED.symbol())))
                .toList();
    }

    /** Samples a second in which the marks count. */
    double rate() {
        return recording.rate();
    }

    /**
     * Everything that the page of the recording is made of.
     *
     * @param name of the recording
     * @param command that makes the page again
     */
    AnsweredRecording page(String name, String command) {
        return Objects.requireNonNull(page, "answers were not kept for a page")
                .recording(
                        name,
                        marksInWords(),
                        RecordingSummary.episodes(answered()),
                        SummaryText.of("", summary()),
                        command);
    }

    private String marksInWords() {
        return found
                ? "Found by the detector; nobody marked them."
                : isClassed()
                        ? "Those of the file, which also say the class. The model did not see it when it answered; if it learned from"
                                + " this recording, that both agree says nothing."
                        : "Those of the file; they do not say the class.";
    }

    private BeatSequence answered() {
        return BeatSequence.marked(recording)
                .of(recording.annotations().stream()
                        .filter(mark -> BeatClass.of(mark.symbol()).isPresent())
                        .map(mark -> Optional.ofNullable(byPlace.get(mark.sample())))
                        .toList());
    }

    List<SummaryLine> summary() {
        List<Figure> own = RecordingSummary.of(answered());
        List<Figure> reference = isClassed() ? RecordingSummary.of(BeatSequence.marked(recording)) : List.of();
        List<SummaryLine> lines = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Figure figure = own.get(i);
            Optional<TrueCount> truth = figure.id().equals("burden-v")
                    ? truth(BeatClass.V)
                    : figure.id().equals("burden-s") ? truth(BeatClass.S) : Optional.empty();
            lines.add(SummaryLine.of(
                    figure,
                    truth.map(count -> share(count.low())).orElse(null),
                    truth.map(count -> share(count.high())).orElse(null),
                    reference.isEmpty() ? null : reference.get(i).value()));
        }
        return lines;
    }

    private double share(double count) {
        return PERCENT * count / byPlace.size();
    }

    private boolean isClassed() {
        return !found
                && recording.annotations().stream()
                        .anyMatch(mark -> BeatClass.of(mark.symbol()).isPresent()
                                && !mark.symbol().equals(BeatWord.UNCLASSED.symbol()));
    }

    private Optional<TrueCount> truth(BeatClass kind) {
        long called = byPlace.values().stream().filter(kind::equals).count();
        return Optional.ofNullable(across(kind)).map(people -> people.trueCount(called, byPlace.size()));
    }

    /** By the last part that was held out: the test beats, if there were any. */
    private @Nullable AcrossPeople across(BeatClass kind) {
        List<PartScore> scores = card.scores();
        return scores.isEmpty()
                ? null
                : scores.get(scores.size() - 1).classes().stream()
                        .filter(score -> score.name().equals(kind.name()))
                        .map(ClassScore::across)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}

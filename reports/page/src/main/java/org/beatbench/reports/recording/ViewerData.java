package org.beatbench.reports.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.beatbench.reports.chart.Hue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the script of the page draws from: signal, envelope and beats, packed, as JSON that may stand in a page. */
final class ViewerData {

    private static final double PER_MILLE = 1000;

    private final AnsweredRecording recording;
    private final Envelope envelope;
    private final KeptSignal kept;

    ViewerData(AnsweredRecording recording, Envelope envelope, KeptSignal kept) {
        this.recording = recording;
        this.envelope = envelope;
        this.kept = kept;
    }

    /** The JSON, without any letter that could end the element it stands in. */
    String json() {
        return JsonMapper.shared()
                .writeValueAsString(content())
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private Map<String, @Nullable Object> content() {
        EcgTrace trace = recording.trace();
        List<List<String>> flags = flags();
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("rate", trace.rate());
        content.put("size", trace.size());
        content.put("gain", trace.gain());
        content.put("baseline", trace.baseline());
        content.put("millivolts", trace.isToScale() ? trace.millivolts().getAsDouble() : null);
        content.put("unit", trace.heightUnit());
        content.put("timeUnit", TimeUnit.of(trace.seconds()).seconds());
        content.put(
                "classes",
                IntStream.range(0, recording.classes().size())
                        .mapToObj(label -> Map.of(
                                "name",
                                recording.className(label),
                                "meaning",
                                recording.meanings().get(label),
                                "hue",
                                Hue.ofClass(label).id()))
                        .toList());
        content.put("frequent", new Priorities(recording).labels());
        content.put("flags", flags);
        content.put("meanings", recording.flags());
        content.put("count", recording.beats().size());
        content.put("beats", beats(flags));
        content.put("looks", looks());
        content.put("every", envelope.every());
        content.put("envelope", envelope.packed());
        content.put(
                "stretches",
                kept.stretches().stream()
                        .map(stretch -> List.of(stretch.from(), stretch.count()))
                        .toList());
        content.put("samples", kept.packed(trace));
        return content;
    }

    private Map<String, Object> looks() {
        CloserLooks looks = recording.looks();
        Map<Integer, Object> beats = new TreeMap<>();
        looks.beats().forEach((beat, look) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("shape", thousandths(look.shape()));
            one.put("drops", thousandths(look.drops()));
            look.nearest()
                    .ifPresent(nearest -> one.put(
                            "nearest",
                            Map.of(
                                    "label", nearest.label(),
                                    "record", nearest.record(),
                                    "distance", nearest.distance(),
                                    "shape", thousandths(nearest.shape()))));
            beats.put(beat, one);
        });
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rate", looks.rate());
        all.put("before", looks.before());
        all.put("examples", looks.examples());
        all.put("usual", looks.usual());
        all.put("beats", beats);
        return all;
    }

    private static List<Long> thousandths(List<Float> numbers) {
        return numbers.stream().map(number -> Math.round(PER_MILLE * number)).toList();
    }

    /** The combinations of flags that there are. */
    private List<List<String>> flags() {
        List<List<String>> flags = new ArrayList<>();
        for (int beat = 0; beat < recording.beats().size(); beat++) {
            if (!flags.contains(recording.beats().flags(beat))) {
                flags.add(recording.beats().flags(beat));
            }
        }
        return flags;
    }

    /**
     * Of each beat: how many samples after the one before; label, second and mark, of which 0 is none; the place of its flags, and
     * whether the signal since the beat before says something; and if it has an answer the probabilities in thousandths.
     */
    private String beats(List<List<String>> flags) {
        AnsweredBeats beats = recording.beats();
        int base = beats.classes() + 1;
        Packing packing = new Packing();
        long before = 0;
        for (int beat = 0; beat < beats.size(); beat++) {
            packing.add(beats.sample(beat) - before)
                    .add(beats.label(beat) + 1 + base * (beats.second(beat) + 1L + base * (beats.mark(beat) + 1L)))
                    .add(2L * flags.indexOf(beats.flags(beat)) + (beats.follows(beat) ? 1 : 0));
            before = beats.sample(beat);
            for (int label = 0; beats.label(beat) != AnsweredBeats.NONE && label < beats.classes(); label++) {
                packing.add(Math.round(PER_MILLE * beats.probability(beat, label)));
            }
        }
        return packing.text();
    }
}

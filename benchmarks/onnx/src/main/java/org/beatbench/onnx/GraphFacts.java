package org.beatbench.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.InputContract;
import org.beatbench.experiment.Hash;
import org.beatbench.models.BeatForm;
import org.beatbench.models.ModelCard;
import org.beatbench.results.JsonFile;
import tools.jackson.databind.json.JsonMapper;

/** What the file of a graph says of its input and output, under names that begin with {@code beatbench.}; lists are JSON. */
final class GraphFacts {

    /** There where the graph looks for the end of a beat. */
    static final String LENGTH = "beatbench.length";

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> facts = new LinkedHashMap<>();

    /** @param looksForEnd whether zeros at the end of all channels are padding to the graph */
    GraphFacts(BeatForm beats, boolean looksForEnd) {
        Form form = beats.columns();
        put("classes", JSON.writeValueAsString(beats.classes()));
        put("form", form.id());
        put("samples", Integer.toString(form.samples()));
        put("channels", names(form.channels()));
        put("features", names(form.features()));
        Double rate = beats.rate();
        if (rate != null) {
            put("rate", Double.toString(rate));
        }
        put("scaled", beats.scaled() ? "every value is 0 to 1" : "no");
        InputContract input = beats.input();
        if (input != null) {
            put("leads", JSON.writeValueAsString(input.leads()));
            put("scaling", input.scaling());
            put("seconds-before", Double.toString(input.before()));
            put("seconds-after", Double.toString(input.after()));
        }
        put("assumptions", JSON.writeValueAsString(beats.assumptions()));
        if (looksForEnd) {
            facts.put(
                    LENGTH,
                    "a beat ends with its last step that is not zero in every channel; where that step is to be zero, write "
                            + Float.MIN_NORMAL);
        }
    }

    /** Adds which model it is. */
    GraphFacts with(ModelCard card) {
        put("classifier", card.classifier().id() + " " + card.classifier().version());
        put(
                "dataset",
                card.training().dataset().id() + " " + card.training().dataset().fingerprint());
        put("card", new Hash().add(JsonFile.text(card.withTwin(null))).hex());
        return this;
    }

    Map<String, String> all() {
        return facts;
    }

    private void put(String name, String value) {
        facts.put("beatbench." + name, value);
    }

    private static String names(List<Input> inputs) {
        List<String> names = new ArrayList<>();
        inputs.forEach(input -> names.add(input.name()));
        return JSON.writeValueAsString(names);
    }
}

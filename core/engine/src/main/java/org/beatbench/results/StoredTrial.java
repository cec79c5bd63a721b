package org.beatbench.results;

import java.util.LinkedHashMap;
import java.util.Map;
import org.beatbench.calibration.Calibration;
import org.beatbench.experiment.Inquiries;
import org.beatbench.experiment.Trial;
import org.beatbench.inquiry.Inquiry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a {@link Trial} stands in files: what is asked is written among the trial's own values, since the first inquiries were such
 * values.
 */
final class StoredTrial {

    private static final String ASKED = "asked";
    private static final String FOLDS = "folds";

    private StoredTrial() {}

    /** From the form of the record to that of files. */
    static void write(JsonNode trial) {
        if (!(trial instanceof ObjectNode written)) {
            return;
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        written.properties().forEach(value -> values.put(value.getKey(), value.getValue()));
        written.removeAll();
        values.forEach((name, value) -> {
            boolean absent = name.equals(FOLDS) && value.asString().isEmpty();
            if (!name.equals(ASKED)) {
                if (!absent) {
                    written.set(name, value);
                }
                return;
            }
            for (Inquiry<?> inquiry : Inquiries.all()) {
                int beats = value.path(inquiry.id()).asInt(0);
                if (beats > 0 || inquiry.isNamedWhereNotAsked()) {
                    written.put(inquiry.id(), beats);
                }
            }
        });
    }

    /** Back to the form of the record. The first files name no calibration, as there was none, nor what was not asked. */
    static void read(JsonNode trial) {
        if (!(trial instanceof ObjectNode written)) {
            return;
        }
        if (!written.has("calibration")) {
            written.put("calibration", Calibration.NONE.id());
        }
        if (!written.has(FOLDS)) {
            written.put(FOLDS, "");
        }
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        for (Inquiry<?> inquiry : Inquiries.all()) {
            if (written.has(inquiry.id())) {
                asked.set(inquiry.id(), written.remove(inquiry.id()));
            }
        }
        written.set(ASKED, asked);
    }
}

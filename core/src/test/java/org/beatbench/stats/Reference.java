package org.beatbench.stats;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of NumPy and SciPy, written by {@code src/test/python/reference.py}. */
final class Reference {

    private Reference() {}

    static JsonNode read() throws IOException {
        try (InputStream file = Reference.class.getResourceAsStream("reference.json")) {
            return JsonMapper.builder().build().readTree(file);
        }
    }

    static double[] doubles(JsonNode values) {
        return values.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}

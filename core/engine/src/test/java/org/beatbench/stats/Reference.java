package org.beatbench.stats;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of other programs, written by the scripts in {@code src/test/python}. */
final class Reference {

    private Reference() {}

    /** Values of NumPy and SciPy, by {@code reference.py}. */
    static JsonNode read() throws IOException {
        return read("reference.json");
    }

    /** Values of SciPy and statsmodels, by {@code differences.py}. */
    static JsonNode differences() throws IOException {
        return read("differences.json");
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream file = Reference.class.getResourceAsStream(name)) {
            return JsonMapper.builder().build().readTree(file);
        }
    }

    static double[] doubles(JsonNode values) {
        return values.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}

package org.beatbench.app.plugins;

import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the process that checks a plug-in is told to do.
 *
 * @param plugin the jar, or the folder of jars
 * @param data folder of the data sets
 * @param settings of classifiers and data sets, in place of the defaults
 */
record CheckOrder(String plugin, String data, Map<String, String> settings) {

    static CheckOrder of(Path plugin, Path data, Map<String, String> settings) {
        return new CheckOrder(plugin.toString(), data.toString(), settings);
    }

    String text() {
        return new JsonMapper().writeValueAsString(this);
    }

    static CheckOrder parse(String text) {
        return new JsonMapper().readValue(text, CheckOrder.class);
    }
}

package org.beatbench.reports.html;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.beatbench.reports.chart.Hue;

/** The style sheet and the script of a page, with the palette as variables of the style sheet. */
record PageAssets(String style, String script) {

    /** Reads both from the class path. */
    static PageAssets load() {
        String style = resource("report.css")
                .replace("/* light palette */", palette(Hue::light))
                .replace("/* dark palette */", palette(Hue::dark));
        return new PageAssets(style, resource("report.js"));
    }

    /** The style sheet as it stands: it is ours, not input, and must not be escaped. */
    Content styleContent() {
        return output -> output.writeContent(style);
    }

    /** The script as it stands. */
    Content scriptContent() {
        return output -> output.writeContent(script);
    }

    private static String palette(Function<Hue, String> shade) {
        StringBuilder variables = new StringBuilder();
        for (Hue.Family family : Hue.Family.values()) {
            for (int i = 0; i < family.size(); i++) {
                Hue hue = new Hue(family, i);
                variables
                        .append("--")
                        .append(hue.id())
                        .append(':')
                        .append(shade.apply(hue))
                        .append(';');
            }
        }
        return variables.toString();
    }

    /** A text from the class path. */
    static String resource(String name) {
        try (InputStream input = PageAssets.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("missing from the class path: " + name);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}

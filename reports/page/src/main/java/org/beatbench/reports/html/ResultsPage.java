package org.beatbench.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/** A page that lists experiments, with what came out of each and where its report is; it needs nothing else. */
public final class ResultsPage {

    private ResultsPage() {}

    /**
     * An experiment.
     *
     * @param name of its folder
     * @param link to its report; empty if there is none
     * @param title of the experiment; empty if it cannot be read
     * @param verdict what its report says first; empty if there is none that says so
     * @param particulars what else there is to say, in few words each
     * @param problem why it cannot be read; empty if it can
     */
    public record Entry(
            String name, String link, String title, String verdict, List<String> particulars, String problem) {

        public Entry {
            particulars = List.copyOf(particulars);
        }
    }

    /** The whole page. */
    public static String of(List<Entry> entries) {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, ResultsPage.class.getClassLoader(), HtmlRenderer.TEMPLATES)
                .render("results.jte", Map.of("entries", entries, "assets", PageAssets.load()), output);
        return output.toString();
    }
}

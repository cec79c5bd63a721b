package org.beatbench.reports.html;

import gg.jte.Content;

/**
 * A part of a page in which the signal of a recording can be moved and its beats be looked at.
 *
 * @param section id of the section that it stands in
 * @param data JSON that its script draws from, without the letters {@code < > &}
 */
public record Viewer(String section, String data) {

    public Viewer {
        if (data.indexOf('<') >= 0 || data.indexOf('>') >= 0 || data.indexOf('&') >= 0) {
            throw new IllegalArgumentException("the data of a viewer must not hold < > &");
        }
    }

    /** The data as they stand: nothing in them is markup. */
    Content dataContent() {
        return output -> output.writeContent(data);
    }

    /** Its style sheet: ours, not input. */
    Content styleContent() {
        return output -> output.writeContent(PageAssets.resource("viewer.css"));
    }

    /** Its script, likewise. */
    Content scriptContent() {
        return output -> output.writeContent(PageAssets.resource("viewer.js"));
    }
}

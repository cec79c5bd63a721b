package org.beatbench.app.options;

import java.util.List;
import org.beatbench.api.Provenance;

/** How beats came to be, as lines of text. */
public final class ProvenanceText {

    private ProvenanceText() {}

    /** What somebody must look at. */
    public static List<String> warnings(Provenance provenance) {
        return provenance.warnings().stream()
                .map(warning -> "warning: " + warning)
                .toList();
    }
}

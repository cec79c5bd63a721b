package org.beatbench.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.plugins.Catalogue;

/** Synthetic beats, and files with their rows. */
final class BeatRows {

    static final Catalogue CATALOGUE = Catalogue.open(Main.class.getClassLoader(), Path.of("target", "nowhere"));

    private BeatRows() {}

    /** The beats of the data set {@code synthetic} with these settings. */
    static Beats synthetic(Map<String, String> settings) throws IOException {
        return CATALOGUE
                .dataset("synthetic")
                .load(settings, new DatasetContext(Path.of("target"), Progress.NONE, Cancellation.NEVER));
    }

    /** One row, every value so that reading gives back the same bits. */
    static String row(Beats beats, int row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < beats.length(); i++) {
            line.append(i == 0 ? "" : ",").append(beats.samples().at(row, i));
        }
        return line.toString();
    }

    static Path write(Beats beats, Path file, boolean labelled) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < beats.size(); row++) {
            text.append(row(beats, row))
                    .append(labelled ? "," + beats.label(row) : "")
                    .append('\n');
        }
        return Files.writeString(file, text);
    }
}

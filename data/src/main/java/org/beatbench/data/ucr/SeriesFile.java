package org.beatbench.data.ucr;

import java.util.List;

/**
 * What one file of a problem holds.
 *
 * @param series in the order of their lines
 * @param declared the classes that it says there are, in its order; none if it does not say
 */
record SeriesFile(List<Series> series, List<String> declared) {

    SeriesFile {
        series = List.copyOf(series);
        declared = List.copyOf(declared);
    }
}

package org.beatbench.data.fetch;

import java.nio.file.Path;

/**
 * What a fetch did.
 *
 * @param folder where the files are
 * @param fetched files that came over the network
 * @param kept files that were there already, with the right checksum
 */
public record FetchResult(Path folder, int fetched, int kept) {}

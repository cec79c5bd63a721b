package org.beatbench.api;

import java.nio.file.Path;

/**
 * Where and how to load a data set.
 *
 * @param folder the folder that holds the data sets, one folder each, named by id ({@code mitdb/}); need not exist for data
 *     that are computed
 * @param progress whom to tell how far it is
 * @param cancellation whom to ask whether to go on
 */
public record DatasetContext(Path folder, Progress progress, Cancellation cancellation) {}

package org.beatbench.harness;

import java.nio.file.Path;

/**
 * Where a run finds what it needs; the same for the program and the processes it starts.
 *
 * @param data folder of the data sets, one folder each
 * @param plugins folder of plug-ins, one folder of jars each
 */
public record RunFolders(Path data, Path plugins) {

    public RunFolders {
        data = data.toAbsolutePath();
        plugins = plugins.toAbsolutePath();
    }
}

package org.beatbench.app;

import org.beatbench.harness.Workplace;
import org.beatbench.plugins.Catalogue;
import picocli.CommandLine.Mixin;

/** Options that say where data sets and plug-ins are. */
final class Places {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    Workplace workplace() {
        return new Workplace(data.path(), plugins.path());
    }

    /** What there is; plug-ins that cannot be used are named on the error stream. */
    Catalogue catalogue() {
        return plugins.catalogue();
    }
}

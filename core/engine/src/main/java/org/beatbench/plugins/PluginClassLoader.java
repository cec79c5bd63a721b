package org.beatbench.plugins;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Gives a plug-in its own libraries: it shares the JDK and {@code org.beatbench.api} with the host and nothing else, so
 * versions cannot clash. Only SLF4J is the host's where the plug-in brings none, so that what it logs is in the trial's log.
 */
final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** How the name of every such loader begins, which is seen in stack traces. */
    static final String NAME = "plugin ";

    private static final List<String> SHARED = List.of("org.beatbench.api.", "org.jspecify.annotations.");

    private static final String LOGGING = "org.slf4j.";

    private final ClassLoader host;

    PluginClassLoader(String folder, List<URL> jars, ClassLoader host) {
        super(NAME + folder, jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException e) {
            if (name.startsWith(LOGGING)) {
                return host.loadClass(name);
            }
            throw e;
        }
    }
}

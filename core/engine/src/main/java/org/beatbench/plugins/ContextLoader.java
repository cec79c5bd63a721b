package org.beatbench.plugins;

/**
 * The class loader that libraries look for classes with when nobody tells them another: while a plug-in's code runs, the
 * plug-in's. Closed, it is what it was before.
 *
 * @param thread whose it is
 * @param before what it was
 */
record ContextLoader(Thread thread, ClassLoader before) implements AutoCloseable {

    /** Sets that of this thread. */
    static ContextLoader of(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ContextLoader set = new ContextLoader(thread, thread.getContextClassLoader());
        thread.setContextClassLoader(loader);
        return set;
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}

package org.beatbench.app.shell;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and the signal of kill, for what is meant to be ended by them, and then all is well. The first one only tells; a second is again
 * Java's own, which ends the program at once. A shutdown hook could do neither: while one runs, further signals are lost, and the exit
 * code is that of a program that was stopped.
 */
public final class StopSignals {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

    private static final List<String> NAMES = List.of("INT", "TERM");

    private final CountDownLatch first = new CountDownLatch(1);
    private final List<Runnable> undo = new ArrayList<>();

    private StopSignals() {}

    /** Listens from now on; where this Java knows no signals, they stay what they were. */
    public static StopSignals listen() {
        StopSignals signals = new StopSignals();
        for (String name : NAMES) {
            try {
                signals.listen(name);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                // Or another has it, such as the Java that was told to leave signals alone.
                LOG.debug("signal {} is not listened to", name, e);
            }
        }
        return signals;
    }

    /** The classes are in every Java from 8 on, but no compiler takes them without a warning that cannot be put off. */
    private void listen(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method handle = signal.getMethod("handle", signal, handler);
        Object named = signal.getConstructor(String.class).newInstance(name);
        InvocationHandler told = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                told();
                return null;
            }
            return method.invoke(this, Objects.requireNonNullElse(arguments, new Object[0]));
        };
        Object before = handle.invoke(
                null,
                named,
                Proxy.newProxyInstance(StopSignals.class.getClassLoader(), new Class<?>[] {handler}, told));
        if (before.equals(handler.getField("SIG_IGN").get(null))) {
            // Who started the program wants this signal to pass it by.
            handle.invoke(null, named, before);
            return;
        }
        undo.add(() -> {
            try {
                handle.invoke(null, named, before);
            } catch (IllegalAccessException | InvocationTargetException e) {
                LOG.debug("signal {} stays with us", name, e);
            }
        });
    }

    private void told() {
        undo.forEach(Runnable::run);
        first.countDown();
    }

    /** Waits for the first. */
    public void await() throws InterruptedException {
        first.await();
    }
}

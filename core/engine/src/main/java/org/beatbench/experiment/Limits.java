package org.beatbench.experiment;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one trial may use.
 *
 * @param time from start to end, data loading included
 * @param memoryMegabytes Java heap of the trial's process, at least 64
 * @param threads threads for fit and prediction, at least 1
 */
public record Limits(Duration time, int memoryMegabytes, int threads) {

    private static final int MEGABYTE = 1 << 20;
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,6})\\s*([a-z]+)");

    public Limits {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be above 0");
        }
        if (memoryMegabytes < 64) {
            throw new IllegalArgumentException("memory must be at least 64m: " + memoryMegabytes + "m");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
    }

    /** An hour, half the machine's memory but at most 8 GB, all processors. */
    public static Limits defaults() {
        int half = (int) Math.min(8192, Math.max(512, machineMemory() / MEGABYTE / 2));
        return new Limits(Duration.ofHours(1), half, Runtime.getRuntime().availableProcessors());
    }

    /** Main memory of this machine in bytes. */
    public static long machineMemory() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }

    /** A time such as {@code 90s}, {@code 30m} or {@code 2h}. */
    static Duration timeOf(String text) {
        Matcher quantity = quantity(text, "a time such as 90s, 30m or 2h");
        long number = Long.parseLong(quantity.group(1));
        Duration time =
                switch (quantity.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m", "min" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> throw new IllegalArgumentException("must be in s, m or h: " + text);
                };
        return new Limits(time, 64, 1).time();
    }

    /** A memory size such as {@code 512m} or {@code 6g}, in megabytes. */
    static int megabytesOf(String text) {
        Matcher quantity = quantity(text, "a size such as 512m or 6g");
        int number = Integer.parseInt(quantity.group(1));
        int megabytes =
                switch (quantity.group(2)) {
                    case "m", "mb" -> number;
                    case "g", "gb" -> Math.multiplyExact(number, 1024);
                    default -> throw new IllegalArgumentException("must be in m or g: " + text);
                };
        return new Limits(Duration.ofSeconds(1), megabytes, 1).memoryMegabytes();
    }

    /** A number of threads. */
    static int threadsOf(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("must be a whole number from 1 on: " + text);
        }
        return new Limits(Duration.ofSeconds(1), 64, Integer.parseInt(text)).threads();
    }

    private static Matcher quantity(String text, String expected) {
        Matcher matcher = QUANTITY.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be " + expected + ": " + text);
        }
        return matcher;
    }
}

package org.beatbench.harness;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.beatbench.experiment.Limits;
import org.beatbench.results.Environment;

/** What this process runs on. */
public final class Machine {

    private static final Path PROCESS_STATUS = Path.of("/proc/self/status");
    private static final Path PROCESSOR_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Version of this program, "unpackaged" when run from compiled classes. */
    public static String version() {
        return Objects.requireNonNullElse(Machine.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /** The commit this program was built from, with a note if files were changed; empty if it was built without git. */
    public static String commit() {
        try (InputStream in = Machine.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            boolean changed = Boolean.parseBoolean(properties.getProperty("changed"));
            return properties.getProperty("commit", "") + (changed ? " with changes" : "");
        } catch (IOException e) {
            return "";
        }
    }

    /** Feature version of the Java runtime. */
    public static int javaVersion() {
        return Runtime.version().feature();
    }

    /** Java runtime, its version and vendor. */
    public static String java() {
        return System.getProperty("java.vm.vendor") + " " + Runtime.version();
    }

    /** Operating system and architecture. */
    public static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    /** All that a record says of what its trial ran on. */
    public static Environment environment(String isolation) {
        return new Environment(
                version(),
                commit(),
                java(),
                system(),
                value(PROCESSOR_INFO, "model name", System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                Limits.machineMemory(),
                isolation);
    }

    /**
     * Largest resident size of this process in bytes. Where the system does not tell (it does on Linux), the sum of the peaks
     * of the Java memory pools, which leaves out native memory.
     */
    static long peakMemory() {
        String resident = value(PROCESS_STATUS, "VmHWM", "");
        if (!resident.isEmpty()) {
            return Long.parseLong(resident.replace("kB", "").strip()) * 1024;
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static String value(Path file, String key, String otherwise) {
        try {
            List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}

package org.beatbench.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who a classifier is. Made by {@link #of} and, for what is not so by default, the methods after it:
 *
 * <pre>
 * ClassifierInfo.of("my-forest", "My forest", "Lets trees vote", "1").withLibrary("forestry", "2.1")
 * </pre>
 *
 * @param id short name for experiments and commands: lower-case letters, digits and hyphens
 * @param name name for tables, such as "Decision tree"
 * @param summary one sentence on how it decides
 * @param version changes whenever the same settings and data may give other answers; part of a trial's key
 * @param usesValidation whether a fit chooses by the validation beats; if not, they are joined to the training beats
 * @param libraries name to version of each library that computes its answers; part of a trial's key
 * @param cancellable whether a fit ends within a second of a cancellation. Where a library cannot be stopped this is false: then
 *     a fit is not tried out to estimate its time, and stopping a run ends its process
 */
public record ClassifierInfo(
        String id,
        String name,
        String summary,
        String version,
        boolean usesValidation,
        Map<String, String> libraries,
        boolean cancellable) {

    public ClassifierInfo {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("id must be lower-case letters, digits and hyphens: " + id);
        }
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }

    /** One that can be cancelled. */
    public ClassifierInfo(
            String id,
            String name,
            String summary,
            String version,
            boolean usesValidation,
            Map<String, String> libraries) {
        this(id, name, summary, version, usesValidation, libraries, true);
    }

    /** One that chooses nothing by validation beats, computes by itself and can be cancelled. */
    public static ClassifierInfo of(String id, String name, String summary, String version) {
        return new ClassifierInfo(id, name, summary, version, false, Map.of(), true);
    }

    /** The same, which chooses by the validation beats. */
    public ClassifierInfo usingValidation() {
        return new ClassifierInfo(id, name, summary, version, true, libraries, cancellable);
    }

    /** The same, with a library that computes its answers. */
    public ClassifierInfo withLibrary(String library, String libraryVersion) {
        Map<String, String> more = new TreeMap<>(libraries);
        more.put(library, libraryVersion);
        return new ClassifierInfo(id, name, summary, version, usesValidation, more, cancellable);
    }

    /** The same, whose fit cannot be stopped. */
    public ClassifierInfo notCancellable() {
        return new ClassifierInfo(id, name, summary, version, usesValidation, libraries, false);
    }
}
